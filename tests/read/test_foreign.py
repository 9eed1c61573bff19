# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""French and Spanish reports: how the press and the United Nations tell of votes there, and what tells of none."""

from datetime import date
from unicodedata import normalize

import pytest

from psephos.read.atoms.mentions import items, lexicon
from psephos.read.atoms.numerals import sum_of
from psephos.read.record import reading_record
from psephos.read.report import read_text
from psephos.read.standings import ReadVote
from psephos.show.reading_text import reading_text

CHOICES = {"Y": "yes", "N": "no", "A": "abstain"}


def the_vote(text: str, day: str, language: str) -> ReadVote:
    reading = read_text(text, published=date.fromisoformat(day))
    assert reading.language == language
    (vote,) = [vote for vote in reading.votes if not vote.stated.past]
    return vote


def stated(vote: ReadVote) -> dict[str, str]:
    return {ballot.member: ballot.choice or "" for ballot in vote.ballots if ballot.standing == "stated"}


def told(ballots: str) -> dict[str, str]:
    pairs = [part.split(":") for part in ballots.split(";") if part]
    return {member: CHOICES[choice.strip()] for choice, members in pairs for member in members.split()}


REPORTS: tuple[tuple[str, str, str, str | None, dict[str, int], str], ...] = (
    (
        "fr",
        "2024-03-25",
        (
            "Le Conseil de sécurité a adopté lundi une résolution exigeant un cessez-le-feu immédiat à Gaza. "
            "Le texte, présenté par les dix membres élus, a recueilli 14 voix pour. Les États-Unis se sont "
            "abstenus."
        ),
        "adopted",
        {"yes": 14},
        "A: USA",
    ),
    (
        "fr",
        "2024-03-22",
        (
            "La Russie et la Chine ont mis vendredi leur veto au projet de résolution américain sur Gaza. "
            "Onze pays ont voté pour, l’Algérie a voté contre et le Guyana s’est abstenu."
        ),
        "not adopted",
        {"yes": 11},
        "N: RUS CHN DZA; A: GUY",
    ),
    (
        "fr",
        "2022-09-30",
        (
            "Par 10 voix pour, une contre (Fédération de Russie) et 4 abstentions (Brésil, Chine, Gabon et "
            "Inde), le projet de résolution n’a pas été adopté en raison du vote négatif d’un membre "
            "permanent."
        ),
        "not adopted",
        {"yes": 10, "no": 1, "abstain": 4},
        "N: RUS; A: BRA CHN GAB IND",
    ),
    (
        "fr",
        "2022-02-25",
        (
            "Le projet de résolution condamnant l’agression contre l’Ukraine a été rejeté vendredi par le "
            "Conseil de sécurité à cause du veto russe. Onze des quinze membres ont voté en faveur du texte. "
            "La Chine, l’Inde et les Émirats arabes unis ont préféré l’abstention."
        ),
        "not adopted",
        {"yes": 11},
        "N: RUS; A: CHN IND ARE",
    ),
    (
        "fr",
        "2023-12-08",
        (
            "Les États-Unis ont bloqué vendredi, en y opposant leur veto, un appel du Conseil de sécurité à "
            "un cessez-le-feu humanitaire. Treize pays l’ont soutenu et le Royaume-Uni s’est abstenu. La "
            "diplomatie russe a dénoncé une décision cynique."
        ),
        "not adopted",
        {"yes": 13},
        "N: USA; A: GBR",
    ),
    (
        "fr",
        "2023-10-16",
        (
            "Le projet russe n’a obtenu que cinq voix pour (Chine, Émirats arabes unis, Fédération de Russie, "
            "Gabon et Mozambique), contre quatre voix contre (États-Unis, France, Japon et Royaume-Uni) et "
            "six abstentions. Faute d’avoir recueilli les neuf voix requises, il a été rejeté par le Conseil "
            "de sécurité."
        ),
        "not adopted",
        {"yes": 5, "no": 4, "abstain": 6},
        "Y: CHN ARE RUS GAB MOZ; N: USA FRA JPN GBR",
    ),
    (
        "fr",
        "2025-06-04",
        (
            "Seuls les États-Unis ont voté contre la résolution, les quatorze autres membres du Conseil de "
            "sécurité s’étant prononcés pour. C’est leur premier veto depuis novembre 2024."
        ),
        None,
        {"yes": 14},
        "N: USA",
    ),
    (
        "fr",
        "2017-12-18",
        (
            "Le Conseil de sécurité s’est prononcé lundi par 14 voix contre une sur le statut de Jérusalem. "
            "L’ambassadrice américaine Nikki Haley a opposé son veto au texte présenté par l’Égypte."
        ),
        "not adopted",
        {"yes": 14, "no": 1},
        "N: USA",
    ),
    (
        "fr",
        "2016-12-23",
        (
            "Le Conseil de sécurité a adopté vendredi, avec 14 voix pour et l’abstention des États-Unis, la "
            "résolution 2334 sur les colonies israéliennes. Le représentant israélien a fustigé ce vote."
        ),
        "adopted",
        {"yes": 14},
        "A: USA",
    ),
    (
        "fr",
        "2023-10-27",
        (
            "La résolution a été approuvée vendredi à l’Assemblée générale par 120 voix contre 14, et 45 "
            "abstentions. La France a voté pour, l’Allemagne, l’Italie et le Royaume-Uni se sont abstenus, et "
            "l’Autriche et la Hongrie ont voté contre, tout comme Israël."
        ),
        "adopted",
        {"yes": 120, "no": 14, "abstain": 45},
        "Y: FRA; A: DEU ITA GBR; N: AUT HUN ISR",
    ),
    (
        "fr",
        "2024-11-18",
        (
            "Le texte sur le Soudan, porté par le Royaume-Uni et la Sierra Leone, a été bloqué lundi par le "
            "veto de la Russie. Le reste du Conseil de sécurité a voté pour."
        ),
        "not adopted",
        {},
        "N: RUS",
    ),
    (
        "fr",
        "2024-02-20",
        (
            "Les États-Unis ont de nouveau mis leur veto, mardi, à un projet de cessez-le-feu. Le texte "
            "rédigé par Alger a obtenu 13 voix en sa faveur et une abstention, celle du Royaume-Uni. En "
            "décembre dernier, Washington avait déjà bloqué un texte des Émirats arabes unis."
        ),
        "not adopted",
        {"yes": 13, "abstain": 1},
        "N: USA; A: GBR",
    ),
    (
        "fr",
        "2018-04-14",
        (
            "Seules la Chine et la Bolivie ont appuyé le projet russe condamnant les frappes, rejeté samedi "
            "au Conseil de sécurité. Huit pays ont voté contre et quatre se sont abstenus."
        ),
        "not adopted",
        {"no": 8, "abstain": 4},
        "Y: CHN BOL",
    ),
    (
        "fr",
        "2012-11-29",
        (
            "Avec 138 voix pour, 9 contre et 41 abstentions, l’Assemblée générale a accordé jeudi à la "
            "Palestine le statut d’État observateur. Ont voté contre : le Canada, les États-Unis, Israël, les "
            "Îles Marshall, la Micronésie, Nauru, Palaos, le Panama et la République tchèque."
        ),
        "adopted",
        {"yes": 138, "no": 9, "abstain": 41},
        "N: CAN USA ISR MHL FSM NRU PLW PAN CZE",
    ),
    (
        "fr",
        "2021-12-13",
        (
            "Le Conseil de sécurité n’a pas adopté un projet de résolution sur le climat et la sécurité, la "
            "Fédération de Russie ayant opposé son veto. Le texte a obtenu 12 voix pour, 2 contre (Inde et "
            "Fédération de Russie) et une abstention (Chine)."
        ),
        "not adopted",
        {"yes": 12, "no": 2, "abstain": 1},
        "N: IND RUS; A: CHN",
    ),
    (
        "fr",
        "2019-02-28",
        (
            "Le projet américain sur le Venezuela a recueilli neuf voix, mais il a été rejeté en raison du "
            "double veto russe et chinois. L’Afrique du Sud s’est également prononcée contre. La Côte "
            "d’Ivoire, la Guinée équatoriale et l’Indonésie se sont abstenues."
        ),
        "not adopted",
        {"yes": 9},
        "N: RUS CHN ZAF; A: CIV GNQ IDN",
    ),
    (
        "fr",
        "2023-02-23",
        (
            "L’Assemblée générale de l’ONU a réclamé jeudi, à une écrasante majorité, un retrait « immédiat » "
            "des troupes russes. La résolution a été adoptée par 141 pays, 7 ont voté contre (Russie, "
            "Bélarus, Syrie, Corée du Nord, Mali, Nicaragua, Érythrée) et 32 se sont abstenus, dont la Chine "
            "et l’Inde."
        ),
        "adopted",
        {"yes": 141, "no": 7, "abstain": 32},
        "N: RUS BLR SYR PRK MLI NIC ERI; A: CHN IND",
    ),
    (
        "fr",
        "2018-05-31",
        (
            "Un second texte, américain celui-là, n’a recueilli qu’une seule voix, celle des États-Unis. La "
            "Bolivie, le Koweït et la Russie ont voté contre et les onze autres membres du Conseil de "
            "sécurité se sont abstenus."
        ),
        None,
        {"abstain": 11},
        "Y: USA; N: BOL KWT RUS",
    ),
    (
        "fr",
        "2022-04-07",
        (
            "L’Assemblée générale a suspendu jeudi la Russie du Conseil des droits de l’homme, par 93 voix "
            "contre 24 et 58 abstentions. La Chine et l’Iran figurent parmi les pays ayant voté contre."
        ),
        "adopted",
        {"yes": 93, "no": 24, "abstain": 58},
        "N: CHN IRN",
    ),
    (
        "fr",
        "2020-07-07",
        (
            "Les vetos russe et chinois ont eu raison mardi du projet germano-belge sur l’aide à la Syrie, "
            "pourtant soutenu par treize pays du Conseil de sécurité."
        ),
        "not adopted",
        {"yes": 13},
        "N: RUS CHN",
    ),
    (
        "fr",
        "2022-10-12",
        (
            "Cent quarante-trois pays ont voté mercredi à l’Assemblée générale pour condamner les annexions "
            "russes. Cinq s’y sont opposés : la Russie, le Bélarus, la Syrie, la Corée du Nord et le "
            "Nicaragua. Trente-cinq États se sont abstenus, parmi lesquels la Chine, l’Inde et le Pakistan."
        ),
        None,
        {"yes": 143, "no": 5, "abstain": 35},
        "N: RUS BLR SYR PRK NIC; A: CHN IND PAK",
    ),
    (
        "fr",
        "2022-09-30",
        (
            "« Nous demandons à tous de voter pour », avait lancé l’ambassadrice américaine avant le scrutin. "
            "Finalement, dix membres du Conseil de sécurité ont voté oui, la Russie a dit non, et la Chine, "
            "l’Inde, le Brésil et le Gabon ont choisi l’abstention."
        ),
        None,
        {"yes": 10},
        "N: RUS; A: CHN IND BRA GAB",
    ),
    (
        "es",
        "2024-03-25",
        (
            "El Consejo de Seguridad aprobó este lunes, con 14 votos a favor y la abstención de Estados "
            "Unidos, una resolución que exige un alto el fuego inmediato en Gaza. El representante ruso "
            "lamentó la demora."
        ),
        "adopted",
        {"yes": 14},
        "A: USA",
    ),
    (
        "es",
        "2024-03-22",
        (
            "Rusia y China vetaron este viernes el proyecto de resolución estadounidense. Once países votaron "
            "a favor, Argelia lo hizo en contra y Guyana se abstuvo."
        ),
        "not adopted",
        {"yes": 11},
        "N: RUS CHN DZA; A: GUY",
    ),
    (
        "es",
        "2023-12-08",
        (
            "Estados Unidos impidió este viernes con su veto que el Consejo de Seguridad pidiera un alto el "
            "fuego humanitario. Trece miembros respaldaron el texto y Reino Unido optó por abstenerse."
        ),
        "not adopted",
        {"yes": 13},
        "N: USA; A: GBR",
    ),
    (
        "es",
        "2023-10-16",
        (
            "El borrador ruso solo recabó cinco votos a favor, los de China, Emiratos Árabes Unidos, Gabón, "
            "Mozambique y la propia Rusia. En contra votaron Estados Unidos, Francia, Japón y Reino Unido, y "
            "los otros seis miembros del Consejo de Seguridad se abstuvieron. El texto no salió adelante."
        ),
        "not adopted",
        {"yes": 5, "abstain": 6},
        "Y: CHN ARE GAB MOZ RUS; N: USA FRA JPN GBR",
    ),
    (
        "es",
        "2025-06-04",
        (
            "Solo Estados Unidos votó en contra. Todos los demás miembros del Consejo de Seguridad apoyaron "
            "este miércoles la resolución, que no pudo ser adoptada."
        ),
        "not adopted",
        {},
        "N: USA",
    ),
    (
        "es",
        "2022-09-30",
        (
            "La resolución fue vetada este viernes por Rusia. En el Consejo de Seguridad hubo diez votos a "
            "favor y cuatro abstenciones, las de Brasil, China, Gabón e India."
        ),
        "not adopted",
        {"yes": 10, "abstain": 4},
        "N: RUS; A: BRA CHN GAB IND",
    ),
    (
        "es",
        "2022-02-25",
        (
            "La propuesta contó con el respaldo de 11 de los 15 miembros del Consejo de Seguridad, pero no "
            "prosperó por el veto ruso. China, India y Emiratos Árabes Unidos decidieron abstenerse."
        ),
        "not adopted",
        {"yes": 11},
        "N: RUS; A: CHN IND ARE",
    ),
    (
        "es",
        "2017-12-18",
        (
            "El Consejo de Seguridad sometió a votación este lunes un texto egipcio sobre Jerusalén, que "
            "salió derrotado por el veto estadounidense pese a los 14 votos a favor."
        ),
        "not adopted",
        {"yes": 14},
        "N: USA",
    ),
    (
        "es",
        "2022-03-02",
        (
            "La Asamblea General aprobó este miércoles, por 141 votos a favor, 5 en contra y 35 abstenciones, "
            "una resolución que exige la retirada rusa. Votaron en contra Bielorrusia, Corea del Norte, "
            "Eritrea, Rusia y Siria; entre los que se abstuvieron figuran China, Cuba e India."
        ),
        "adopted",
        {"yes": 141, "no": 5, "abstain": 35},
        "N: BLR PRK ERI RUS SYR; A: CHN CUB IND",
    ),
    (
        "es",
        "2024-11-18",
        (
            "Rusia fue el único país del Consejo de Seguridad que este lunes votó en contra del texto sobre "
            "Sudán; los catorce restantes lo hicieron a favor. El representante británico calificó el veto de "
            "indignante."
        ),
        None,
        {"yes": 14},
        "N: RUS",
    ),
    (
        "es",
        "2022-05-26",
        (
            "Pese a lograr 13 votos a favor, el proyecto de sanciones contra Corea del Norte fracasó este "
            "jueves en el Consejo de Seguridad al ejercer China y Rusia su derecho a veto."
        ),
        "not adopted",
        {"yes": 13},
        "N: CHN RUS",
    ),
    (
        "es",
        "2018-04-14",
        (
            "El Consejo de Seguridad rechazó este sábado el borrador ruso de condena a los bombardeos. A "
            "favor se pronunciaron Rusia, China y Bolivia; en contra lo hicieron ocho países y cuatro se "
            "abstuvieron."
        ),
        "not adopted",
        {"no": 8, "abstain": 4},
        "Y: RUS CHN BOL",
    ),
    (
        "es",
        "2016-12-23",
        (
            "El Consejo de Seguridad condenó este viernes los asentamientos israelíes después de que Estados "
            "Unidos se abstuviera. La resolución 2334 salió adelante con los votos de los otros catorce "
            "miembros."
        ),
        "adopted",
        {"yes": 14},
        "A: USA",
    ),
    (
        "es",
        "2012-11-29",
        (
            "La Asamblea General de la ONU concedió este jueves a Palestina el estatus de Estado observador. "
            "La iniciativa obtuvo 138 síes, nueve noes y 41 abstenciones; entre los países que votaron en "
            "contra están Estados Unidos, Israel, Canadá y Panamá."
        ),
        "adopted",
        {"yes": 138, "no": 9, "abstain": 41},
        "N: USA ISR CAN PAN",
    ),
    (
        "es",
        "2019-02-28",
        (
            "El borrador de Estados Unidos sobre Venezuela logró nueve votos a favor, tres en contra (China, "
            "Rusia y Sudáfrica) y tres abstenciones (Costa de Marfil, Guinea Ecuatorial e Indonesia). Los "
            "vetos ruso y chino impidieron su aprobación en el Consejo de Seguridad."
        ),
        "not adopted",
        {"yes": 9, "no": 3, "abstain": 3},
        "N: CHN RUS ZAF; A: CIV GNQ IDN",
    ),
    (
        "es",
        "2023-02-23",
        (
            "La resolución fue adoptada este jueves por la Asamblea General con 141 votos a favor, siete en "
            "contra y 32 abstenciones, entre ellas las de China e India. Votaron en contra Rusia, "
            "Bielorrusia, Siria, Corea del Norte, Mali, Nicaragua y Eritrea."
        ),
        "adopted",
        {"yes": 141, "no": 7, "abstain": 32},
        "A: CHN IND; N: RUS BLR SYR PRK MLI NIC ERI",
    ),
    (
        "es",
        "2018-05-31",
        (
            "La contrapropuesta estadounidense recibió un único voto a favor, el de Estados Unidos. Once "
            "miembros del Consejo de Seguridad se abstuvieron y tres votaron en contra: Bolivia, Kuwait y "
            "Rusia."
        ),
        None,
        {"yes": 1, "abstain": 11, "no": 3},
        "Y: USA; N: BOL KWT RUS",
    ),
    (
        "es",
        "2023-07-11",
        (
            "La propuesta brasileña y suiza naufragó por el veto ruso: 13 países votaron a favor, China se "
            "abstuvo y Rusia se opuso. Fue rechazada por el Consejo de Seguridad."
        ),
        "not adopted",
        {"yes": 13},
        "N: RUS; A: CHN",
    ),
    (
        "es",
        "2024-04-24",
        (
            "Rusia bloqueó este miércoles en el Consejo de Seguridad una resolución contra la carrera "
            "armamentística en el espacio. Todos los miembros votaron a favor, salvo Rusia, que la vetó, y "
            "China, que se abstuvo."
        ),
        "not adopted",
        {},
        "N: RUS; A: CHN",
    ),
    (
        "es",
        "2022-09-30",
        (
            "Diez miembros del Consejo de Seguridad dijeron sí, Rusia dijo no y los cuatro restantes (China, "
            "India, Brasil y Gabón) optaron por la abstención."
        ),
        None,
        {"yes": 10},
        "N: RUS; A: CHN IND BRA GAB",
    ),
    (
        "fr",
        "2024-12-03",
        (
            "Treize des quinze membres du Conseil de sécurité, dont la France et le Royaume-Uni, ont voté "
            "pour ce projet que la Russie a rejeté en usant de son droit de veto. La Chine, qui s’était "
            "abstenue la fois précédente, s’est à nouveau abstenue."
        ),
        "not adopted",
        {"yes": 13},
        "Y: FRA GBR; N: RUS; A: CHN",
    ),
    (
        "fr",
        "2018-02-26",
        (
            "Onze membres ont soutenu le projet britannique, que Moscou a bloqué lundi en recourant à son "
            "veto. La Bolivie a voté contre et deux pays, la Chine et le Kazakhstan, se sont abstenus, a-t-on "
            "appris au Conseil de sécurité."
        ),
        "not adopted",
        {"yes": 11},
        "N: RUS BOL; A: CHN KAZ",
    ),
    (
        "fr",
        "2016-10-08",
        (
            "Le projet franco-espagnol a recueilli 11 voix favorables, deux voix contre - celles de la Russie "
            "et du Venezuela - et deux abstentions de la Chine et de l’Angola. Il n’a pu être adopté par le "
            "Conseil de sécurité du fait du veto russe."
        ),
        "not adopted",
        {"yes": 11, "no": 2, "abstain": 2},
        "N: RUS VEN; A: CHN AGO",
    ),
    (
        "fr",
        "2016-10-08",
        (
            "Dans la foulée, le texte présenté par Moscou n’a été soutenu que par quatre pays : la Chine, "
            "l’Égypte, le Venezuela et la Russie elle-même. Neuf membres du Conseil de sécurité ont dit non "
            "et deux se sont abstenus."
        ),
        None,
        {"yes": 4, "no": 9, "abstain": 2},
        "Y: CHN EGY VEN RUS",
    ),
    (
        "fr",
        "2024-05-10",
        (
            "L’Assemblée générale a voté vendredi à une large majorité (143 pour, 9 contre et 25 abstentions) "
            "en faveur de l’adhésion de la Palestine. Les États-Unis, Israël, l’Argentine et la Hongrie ont "
            "notamment voté contre."
        ),
        None,
        {"yes": 143, "no": 9, "abstain": 25},
        "N: USA ISR ARG HUN",
    ),
    (
        "fr",
        "2023-03-27",
        (
            "Le projet russe sur Nord Stream n’a recueilli que trois voix (Russie, Chine, Brésil), les douze "
            "autres membres du Conseil de sécurité s’étant abstenus."
        ),
        None,
        {"yes": 3},
        "Y: RUS CHN BRA",
    ),
    (
        "es",
        "2018-02-26",
        (
            "Once miembros respaldaron el borrador británico, que Rusia rechazó haciendo uso de su veto. "
            "Bolivia votó en contra y dos países, China y Kazajistán, se abstuvieron en el Consejo de "
            "Seguridad."
        ),
        "not adopted",
        {"yes": 11},
        "N: RUS BOL; A: CHN KAZ",
    ),
    (
        "es",
        "2016-10-08",
        (
            "El proyecto franco-español logró once votos a favor, dos en contra, de Rusia y Venezuela, y dos "
            "abstenciones, de China y Angola. El veto ruso impidió que el Consejo de Seguridad lo aprobara."
        ),
        "not adopted",
        {"yes": 11, "no": 2, "abstain": 2},
        "N: RUS VEN; A: CHN AGO",
    ),
    (
        "es",
        "2016-10-08",
        (
            "El texto presentado por Moscú solo fue apoyado por cuatro países: China, Egipto, Venezuela y la "
            "propia Rusia. Nueve miembros del Consejo de Seguridad votaron en contra y dos se abstuvieron."
        ),
        None,
        {"yes": 4, "no": 9, "abstain": 2},
        "Y: CHN EGY VEN RUS",
    ),
    (
        "es",
        "2011-02-18",
        (
            "Estados Unidos vetó una resolución que condenaba los asentamientos, pese a que el resto de los "
            "miembros del Consejo de Seguridad votó a favor."
        ),
        "not adopted",
        {},
        "N: USA",
    ),
    (
        "es",
        "2024-05-10",
        (
            "La Asamblea General respaldó este viernes (143 votos a favor, 9 en contra y 25 abstenciones) la "
            "adhesión de Palestina. Entre quienes votaron en contra estuvieron Estados Unidos, Israel, "
            "Argentina y Hungría."
        ),
        None,
        {"yes": 143, "no": 9, "abstain": 25},
        "N: USA ISR ARG HUN",
    ),
    (
        "es",
        "2023-03-27",
        (
            "La propuesta rusa sobre el Nord Stream recibió tres votos a favor (Rusia, China y Brasil) y las "
            "demás delegaciones del Consejo de Seguridad se abstuvieron."
        ),
        None,
        {"yes": 3},
        "Y: RUS CHN BRA",
    ),
    (
        "es",
        "2025-03-05",
        (
            "México, Chile y Colombia votaron a favor de la resolución de la Asamblea General, Argentina se "
            "opuso y Ecuador se abstuvo. En total hubo 160 votos a favor, dos en contra y 12 abstenciones."
        ),
        None,
        {"yes": 160, "no": 2, "abstain": 12},
        "Y: MEX CHL COL; N: ARG; A: ECU",
    ),
    (
        "es",
        "2023-11-02",
        (
            "La Asamblea General volvió a pedir el fin del embargo a Cuba por 187 votos frente a dos (Estados "
            "Unidos e Israel) y la abstención de Ucrania."
        ),
        None,
        {"yes": 187, "no": 2},
        "N: USA ISR; A: UKR",
    ),
    (
        "es",
        "2024-12-03",
        (
            "Trece de los quince miembros del Consejo de Seguridad, entre ellos Francia y Reino Unido, "
            "votaron a favor de un texto que Rusia vetó. China, que ya se había abstenido en la anterior "
            "votación, volvió a abstenerse."
        ),
        "not adopted",
        {"yes": 13},
        "Y: FRA GBR; N: RUS; A: CHN",
    ),
    (
        "fr",
        "2023-12-12",
        (
            "L’Assemblée générale réclame un cessez-le-feu à Gaza. 153 États membres ont voté pour, 10 contre "
            "et 23 se sont abstenus. Parmi les opposants figurent les États-Unis, Israël et l’Autriche. "
            "L’Allemagne, l’Italie et le Royaume-Uni se sont abstenus. L’ambassadeur israélien Gilad Erdan a "
            "dénoncé un texte hypocrite, et la diplomatie égyptienne a remercié les pays qui l’ont soutenu."
        ),
        None,
        {"yes": 153, "no": 10, "abstain": 23},
        "A: DEU ITA GBR; N: USA ISR AUT",
    ),
    (
        "fr",
        "2022-04-07",
        (
            "Genève - La Russie a été suspendue jeudi du Conseil des droits de l’homme. Le vote à l’Assemblée "
            "générale : 93 pour, 24 contre, 58 abstentions. Pékin, Téhéran et La Havane ont voté contre ; New "
            "Delhi, Brasilia et Pretoria ont préféré s’abstenir."
        ),
        None,
        {"yes": 93, "no": 24, "abstain": 58},
        "N: CHN IRN CUB; A: IND BRA ZAF",
    ),
    (
        "fr",
        "2024-11-20",
        (
            "Les États-Unis ont opposé mercredi leur veto à un projet de résolution du Conseil de sécurité "
            "appelant à un cessez-le-feu à Gaza, une décision aussitôt condamnée par les Palestiniens. Les 14 "
            "autres membres ont voté en faveur du texte préparé par les dix membres élus. « Nous avons été "
            "clairs », a dit l’ambassadeur américain adjoint, Robert Wood. La Chine, par la voix de son "
            "ambassadeur, a estimé que Washington aurait dû s’abstenir, comme en mars dernier."
        ),
        "not adopted",
        {"yes": 14},
        "N: USA",
    ),
    (
        "es",
        "2023-12-12",
        (
            "Naciones Unidas, 12 dic (EFE).- La Asamblea General pidió este martes un alto el fuego en Gaza "
            "con una mayoría de 153 países a favor, 10 en contra y 23 abstenciones. En contra votaron, entre "
            "otros, Estados Unidos, Israel, Austria, Guatemala y Paraguay. España, Francia y Portugal "
            "apoyaron la resolución, mientras que Alemania, Italia, Argentina y Uruguay se abstuvieron."
        ),
        "adopted",
        {"yes": 153, "no": 10, "abstain": 23},
        "N: USA ISR AUT GTM PRY; Y: ESP FRA PRT; A: DEU ITA ARG URY",
    ),
    (
        "es",
        "2022-10-12",
        (
            "La ONU condena las anexiones rusas por amplia mayoría. La resolución fue aprobada en la Asamblea "
            "General por 143 votos contra cinco y 35 abstenciones. Se opusieron Rusia, Bielorrusia, Siria, "
            "Corea del Norte y Nicaragua. Bolivia, Cuba y Honduras se abstuvieron; Venezuela no pudo votar."
        ),
        "adopted",
        {"yes": 143, "no": 5, "abstain": 35},
        "N: RUS BLR SYR PRK NIC; A: BOL CUB HND",
    ),
    (
        "es",
        "2025-09-18",
        (
            "Por sexta vez, Estados Unidos hizo valer su derecho de veto contra un texto que reclamaba el fin "
            "de la ofensiva. Contó con los votos a favor de los 14 miembros restantes del Consejo de "
            "Seguridad, incluidos aliados como Francia, Reino Unido y Dinamarca."
        ),
        "not adopted",
        {"yes": 14},
        "N: USA; Y: FRA GBR DNK",
    ),
)


@pytest.mark.parametrize(("language", "day", "text", "adopted", "tally", "ballots"), REPORTS)
def test_a_report_is_read(
    language: str, day: str, text: str, adopted: str | None, tally: dict[str, int], ballots: str
) -> None:
    vote = the_vote(text, day, language)
    assert {choice: number for choice, number in vote.tally.items() if choice in tally} == tally
    assert stated(vote) == told(ballots)
    assert vote.outcome == adopted or adopted is None


SILENT = (
    (
        "fr",
        "La Russie a menacé d’opposer son veto au projet de résolution si le texte n’était pas modifié.",
    ),
    (
        "fr",
        "L’ambassadeur russe a indiqué que son pays voterait contre le projet du Conseil de sécurité.",
    ),
    (
        "fr",
        "Le Conseil de sécurité pourrait adopter le texte lundi, à moins que la Chine n’y mette son veto.",
    ),
    (
        "fr",
        "Aucun membre permanent n’a opposé son veto.",
    ),
    (
        "fr",
        "Les États-Unis n’excluent pas de s’abstenir, selon un diplomate européen.",
    ),
    (
        "fr",
        "Paris souhaite que la Russie ne mette pas son veto au projet français.",
    ),
    (
        "fr",
        "Pékin aurait pu voter contre, mais ne l’a pas fait.",
    ),
    (
        "fr",
        "Le ministre français a appelé la Chine à voter pour la résolution.",
    ),
    (
        "fr",
        ("Le président américain a voté mardi dans le Delaware. Les électeurs français ont rejeté le texte."),
    ),
    (
        "fr",
        "Il faudrait que la Russie s’abstienne pour que le texte soit adopté.",
    ),
    (
        "fr",
        "En décembre dernier, les États-Unis avaient mis leur veto à un texte similaire.",
    ),
    (
        "es",
        "Rusia amenazó con vetar el proyecto de resolución si no se modificaba el texto.",
    ),
    (
        "es",
        "El embajador ruso indicó que su país votaría en contra del proyecto en el Consejo de Seguridad.",
    ),
    (
        "es",
        "El Consejo de Seguridad podría aprobar el texto el lunes, a menos que China lo vete.",
    ),
    (
        "es",
        "Ningún miembro permanente ejerció su veto.",
    ),
    (
        "es",
        "Estados Unidos no descarta abstenerse, según un diplomático europeo.",
    ),
    (
        "es",
        "Madrid espera que Rusia no vete el borrador español.",
    ),
    (
        "es",
        "Pekín pudo haber votado en contra, pero no lo hizo.",
    ),
    (
        "es",
        "El ministro francés pidió a China que votara a favor de la resolución.",
    ),
    (
        "es",
        "El presidente ruso votó en contra de su costumbre. Los votantes españoles rechazaron el texto.",
    ),
    (
        "es",
        "Haría falta que Rusia se abstuviera para que el texto fuera aprobado.",
    ),
    (
        "es",
        "La embajadora estadounidense aseguró que Washington vetará la resolución.",
    ),
    (
        "fr",
        "Si la Russie oppose son veto, le texte sera rejeté par le Conseil de sécurité.",
    ),
    (
        "fr",
        "Le veto russe est attendu, selon un diplomate français.",
    ),
    (
        "fr",
        "Les Occidentaux cherchent à contourner le veto de la Russie au Conseil de sécurité.",
    ),
    (
        "fr",
        "Depuis le veto russe de février, le Conseil de sécurité est paralysé.",
    ),
    (
        "fr",
        ("Les membres permanents du Conseil de sécurité, dont la Chine et la Russie, disposent du droit de veto."),
    ),
    (
        "fr",
        "Washington a déjà opposé son veto à trois reprises depuis octobre.",
    ),
    (
        "fr",
        "La Russie a voté, mais on ignore dans quel sens.",
    ),
    (
        "fr",
        (
            "Pour que la résolution soit adoptée, il faut neuf voix et aucun veto de la Chine, des "
            "États-Unis, de la France, du Royaume-Uni ou de la Russie."
        ),
    ),
    (
        "fr",
        "La Chine aurait voté pour si le texte avait été amendé.",
    ),
    (
        "fr",
        "L’opposition a rejeté le projet français sur le gaz russe, a indiqué la délégation chinoise.",
    ),
    (
        "fr",
        "L’Algérie a demandé un vote sur le texte, la Russie et la Chine ayant promis de voter pour.",
    ),
    (
        "fr",
        "Ni la Russie ni la Chine n’ont mis leur veto au texte américain.",
    ),
    (
        "fr",
        "La Russie s’est opposée à la tenue d’un vote mardi.",
    ),
    (
        "fr",
        "La Chine n’a pas voté contre le texte du Conseil de sécurité.",
    ),
    (
        "es",
        "Si Rusia ejerce su veto, el texto será rechazado por el Consejo de Seguridad.",
    ),
    (
        "es",
        "Se espera el veto ruso, según un diplomático francés.",
    ),
    (
        "es",
        "Los occidentales buscan sortear el veto de Rusia en el Consejo de Seguridad.",
    ),
    (
        "es",
        "Desde el veto ruso de febrero, el Consejo de Seguridad está paralizado.",
    ),
    (
        "es",
        "Los miembros permanentes, entre ellos China y Rusia, tienen derecho de veto.",
    ),
    (
        "es",
        "Washington ya ha vetado tres resoluciones desde octubre.",
    ),
    (
        "es",
        ("Para que la resolución sea aprobada se necesitan nueve votos a favor y ningún veto de China o Rusia."),
    ),
    (
        "es",
        "China habría votado a favor si el texto se hubiera enmendado.",
    ),
    (
        "es",
        "Ni Rusia ni China vetaron el texto estadounidense.",
    ),
    (
        "es",
        "Rusia se opuso a que se celebrara una votación este martes.",
    ),
    (
        "es",
        "China no votó en contra del texto en el Consejo de Seguridad.",
    ),
    (
        "es",
        "Es poco probable que Francia y el Reino Unido voten en contra del proyecto ruso.",
    ),
    (
        "es",
        "Los rusos votaron en contra del alcalde. La opinión china apoyó la resolución.",
    ),
    (
        "es",
        "Argelia pidió un voto y Rusia prometió votar a favor.",
    ),
    (
        "es",
        "El voto en contra sorprendió a Francia.",
    ),
    (
        "es",
        "Rusia explicó su voto en contra.",
    ),
    (
        "es",
        "El 30 por ciento de los rusos votó a favor.",
    ),
    (
        "es",
        "El Consejo de Seguridad no obtuvo nueve votos a favor.",
    ),
    (
        "es",
        "Rusia puede ejercer su veto en el Consejo de Seguridad.",
    ),
    (
        "es",
        "Rusia, que tiene derecho de veto, pidió una resolución.",
    ),
    (
        "es",
        ("En el Consejo de Seguridad la diplomacia china apoyó un texto que la delegación rusa quería vetar."),
    ),
    (
        "es",
        "Estados Unidos instó a China a no vetar la resolución.",
    ),
    (
        "es",
        ("La resolución sería aprobada por el Consejo de Seguridad con 13 votos a favor, según diplomáticos."),
    ),
    (
        "es",
        "El mes pasado Rusia y China vetaron un texto similar.",
    ),
    (
        "es",
        "Rusia bloqueó las exportaciones de trigo de Ucrania antes de la resolución.",
    ),
    (
        "fr",
        "La Russie a bloqué le port d’Odessa, malgré la résolution.",
    ),
    (
        "fr",
        "Les États-Unis ont exhorté la Chine à ne pas opposer son veto.",
    ),
    (
        "fr",
        "Trente-cinq pour cent des Russes ont voté pour.",
    ),
    (
        "fr",
        "La Russie pourrait faire usage de son droit de veto au Conseil de sécurité.",
    ),
    (
        "fr",
        "Le texte serait adopté par 13 voix, selon des diplomates.",
    ),
    (
        "fr",
        "Le Conseil de sécurité n’a pas recueilli neuf voix.",
    ),
    (
        "fr",
        "La délégation russe a déploré le vote contre de la France.",
    ),
    (
        "fr",
        "Le mois dernier, la Chine et la Russie ont mis leur veto à un texte similaire.",
    ),
    (
        "fr",
        "Sans le veto américain, le Conseil de sécurité aurait adopté le texte.",
    ),
    (
        "fr",
        "Le projet de résolution est adopté si neuf membres votent pour.",
    ),
    (
        "fr",
        "Moscou avait menacé d’un veto; la Chine, elle, envisageait de s’abstenir.",
    ),
    (
        "fr",
        "L’ambassadeur chinois a voté mardi aux élections de son syndicat.",
    ),
    (
        "fr",
        "Un diplomate a dit que la Chine s’abstiendrait et que la Russie voterait contre.",
    ),
    (
        "es",
        "Un diplomático dijo que China se abstendría y que Rusia votaría en contra.",
    ),
    (
        "es",
        "Las objeciones rusas frenaron el texto, y el veto chino es probable.",
    ),
    (
        "es",
        "El proyecto habría fracasado por el veto ruso.",
    ),
    (
        "es",
        "Ante un posible veto estadounidense, Argelia aplazó la votación en el Consejo de Seguridad.",
    ),
    (
        "fr",
        "Face à un possible veto américain, l’Algérie a reporté le vote au Conseil de sécurité.",
    ),
    (
        "fr",
        "Craignant un veto russe ou chinois, Londres a amendé son texte.",
    ),
    (
        "fr",
        (
            "Le représentant de la Chine a déclaré que son pays avait toujours voté pour la paix. La "
            "délégation russe a rejeté ces accusations."
        ),
    ),
    (
        "fr",
        "L’ambassadrice américaine a jugé que l’abstention de la Chine serait regrettable.",
    ),
    (
        "fr",
        ("La France appelle la Russie et la Chine à ne pas faire usage de leur veto au Conseil de sécurité."),
    ),
    (
        "fr",
        "Parmi les opposants au gouvernement iranien figurent des élus américains, ont dit les Russes.",
    ),
    (
        "fr",
        (
            "Selon Paris, treize membres du Conseil de sécurité seraient favorables au texte, et la Chine "
            "s’abstiendrait."
        ),
    ),
    (
        "fr",
        "Douze voix pour suffiraient, estime un diplomate russe, si Washington renonce à son veto.",
    ),
    (
        "fr",
        "Le groupe des Vingt a soutenu le projet français de taxe. L’Inde et le Brésil s’y sont ralliés.",
    ),
    (
        "fr",
        "La Russie n’a pas encore décidé si elle voterait contre.",
    ),
    (
        "fr",
        "Le Royaume-Uni doit voter contre, a exigé un député britannique.",
    ),
    (
        "fr",
        ("La réforme du veto, que la France et le Mexique ont soutenue, est discutée à l’Assemblée générale."),
    ),
    (
        "es",
        (
            "El representante de China declaró que su país siempre ha votado por la paz. La delegación rusa "
            "rechazó esas acusaciones."
        ),
    ),
    (
        "es",
        "La embajadora estadounidense consideró que la abstención de China sería lamentable.",
    ),
    (
        "es",
        "Francia pide a Rusia y China que no hagan uso de su veto en el Consejo de Seguridad.",
    ),
    (
        "es",
        "Según Madrid, trece miembros del Consejo de Seguridad estarían a favor y China se abstendría.",
    ),
    (
        "es",
        "Doce votos a favor bastarían, estima un diplomático ruso, si Washington renuncia a su veto.",
    ),
    (
        "es",
        "Rusia aún no ha decidido si votará en contra.",
    ),
    (
        "es",
        "El Reino Unido debe votar en contra, exigió un diputado británico.",
    ),
    (
        "es",
        "El bloque apoyó el proyecto francés de impuesto. India y Brasil se sumaron a la propuesta.",
    ),
    (
        "es",
        "De haber votado en contra, China habría impedido la resolución.",
    ),
    (
        "es",
        "Rusia y China quieren que el Consejo de Seguridad apruebe una resolución y Francia se opone.",
    ),
    (
        "es",
        ("El Consejo de Seguridad exigió en 2016 el fin de los asentamientos, recordó el embajador palestino."),
    ),
    (
        "fr",
        ("Le Conseil de sécurité avait exigé en 2016 la fin de la colonisation, a rappelé l’ambassadeur palestinien."),
    ),
)


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_what_is_feared_denied_or_of_another_time_is_no_vote(language: str, text: str) -> None:
    reading = read_text(text, published=date(2024, 2, 19), language=language)
    assert not [vote for vote in reading.votes if not vote.stated.past and (vote.tally or stated(vote))]


ADJECTIVES = (
    ("fr", "le projet russe", "RUS"),
    ("fr", "l’ambassadrice américaine", "USA"),
    ("fr", "le veto américain", "USA"),
    ("fr", "la diplomatie sud-coréenne", "KOR"),
    ("es", "el representante ruso", "RUS"),
    ("es", "la delegación china", "CHN"),
    ("es", "el texto estadounidense", "USA"),
)


@pytest.mark.parametrize(("language", "text", "code"), ADJECTIVES)
def test_an_adjective_needs_no_capital(language: str, text: str, code: str) -> None:
    found = items(text, 0, len(text), lexicon(language), published=None, on=date(2024, 1, 1))
    assert [item.member.codes for item in found if item.key == "<d>" and item.member] == [(code,)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Au Conseil de sécurité, le président américain a voté contre, et un journal russe a voté pour."),
        ("fr", "Le texte russe a voté contre au Conseil de sécurité."),
        ("es", "En el Consejo de Seguridad los rusos votaron en contra y el pueblo chino se abstuvo."),
        ("es", "La prensa española y la opinión francesa se opusieron en el Consejo de Seguridad."),
    ],
)
def test_an_adjective_is_no_voter_by_itself(language: str, text: str) -> None:
    reading = read_text(text, published=date(2024, 2, 19), language=language)
    assert not [ballot for vote in reading.votes for ballot in vote.ballots if ballot.standing == "stated"]


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("fr", "Le représentant russe a voté contre au Conseil de sécurité.", "RUS"),
        ("fr", "La délégation chinoise a voté contre au Conseil de sécurité.", "CHN"),
        (
            "fr",
            "Au Conseil de sécurité, l’ambassadrice américaine, Linda Thomas-Greenfield, a opposé son veto au texte.",
            "USA",
        ),
        ("es", "La embajadora británica votó en contra en el Consejo de Seguridad.", "GBR"),
        ("es", "El representante permanente ruso vetó el texto en el Consejo de Seguridad.", "RUS"),
    ],
)
def test_who_speaks_for_a_member_votes_for_it(language: str, text: str, code: str) -> None:
    assert stated(the_vote(text, "2024-02-19", language)) == {code: "no"}


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [
        ("fr", "cent quarante ~ et un", 140),
        ("fr", "cent quarante et un", 141),
        ("fr", "quatre ~ vingt ~ treize", 93),
        ("fr", "soixante ~ dix ~ huit", 78),
        ("fr", "deux cents", 200),
        ("fr", "dix ~ sept", 17),
        ("fr", "treize et deux", 13),
        ("es", "ciento cuarenta y uno", 141),
        ("es", "veintiseis", 26),
        ("es", "trece y dos", 13),
        ("es", "doce trece", 12),
    ],
)
def test_numbers_in_words_are_summed(language: str, words: str, number: int) -> None:
    found = sum_of(words.split(), language)
    assert found is not None
    assert found[0] == number


RUSSIA = "Fédération de Russie"
ACCENTED = "Réuni à l’été, le Conseil de sécurité a adopté la résolution 2803 (2025) par 13 voix pour, zéro contre et "
ACCENTED += "2 abstentions (Fédération de Russie, Chine)."
DECOMPOSED = normalize("NFD", ACCENTED)


@pytest.mark.parametrize("text", [ACCENTED, DECOMPOSED, f"🗳️ {ACCENTED}"], ids=["composed", "decomposed", "astral"])
def test_places_are_code_points_of_the_accented_text(text: str) -> None:
    (vote,) = reading_record(read_text(text, published=date(2025, 11, 17)))["votes"]
    shown = {ballot["member"]: [text[first:last] for first, last in ballot["spans"]] for ballot in vote["ballots"]}
    russia = next(name for name in (RUSSIA, normalize("NFD", RUSSIA)) if name in text)
    assert {code: shown[code] for code in ("CHN", "RUS")} == {"CHN": ["Chine"], "RUS": [russia]}
    tally = {choice: text[slice(*place)] for choice, place in vote["spans"]["tally"].items()}
    assert tally["yes"].startswith("13 voix")
    assert tally["no"] in {"zéro", normalize("NFD", "zéro")}
    assert text[slice(*vote["spans"]["outcome"])].startswith("Conseil de s")


def test_the_text_output_quotes_accented_evidence() -> None:
    shown = reading_text(read_text(ACCENTED, published=date(2025, 11, 17)))
    assert "“13 voix”" in shown
    assert "“zéro”" in shown


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Lors du vote, la délégation russe a rejeté ces accusations. La Chine n’a pas approuvé ces propos."),
        ("es", "En la votación, la delegación rusa rechazó esas acusaciones. China no aprobó esas palabras."),
    ],
)
def test_what_a_member_rejects_is_no_outcome(language: str, text: str) -> None:
    assert not read_text(text, published=date(2024, 2, 19), language=language).votes


@pytest.mark.parametrize(
    ("language", "text", "ballots"),
    [
        (
            "en",
            "At the Security Council it fell to vetoes by Moscow and Beijing, and Equatorial Guinea abstained.",
            "N: RUS CHN;A: GNQ",
        ),
        (
            "es",
            "En el Consejo de Seguridad cayó por los vetos de Moscú y Pekín, y Guinea Ecuatorial se abstuvo.",
            "N: RUS CHN;A: GNQ",
        ),
        (
            "fr",
            (
                "À l’exception de la Russie, qui a voté contre, et de deux abstentionnistes (Chine, Inde), tous "
                "les membres du Conseil de sécurité ont approuvé le texte."
            ),
            "N: RUS;A: CHN IND",
        ),
    ],
)
def test_a_list_ends_where_another_subject_begins(language: str, text: str, ballots: str) -> None:
    assert stated(the_vote(text, "2022-09-30" if language == "fr" else "2019-09-19", language)) == told(ballots)
