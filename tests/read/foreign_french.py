# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""French reports of votes, with what they tell: outcome, figures, ballots; and sentences that tell of none."""

from __future__ import annotations

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
)
SILENT: tuple[tuple[str, str], ...] = (
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
        "fr",
        ("Le Conseil de sécurité avait exigé en 2016 la fin de la colonisation, a rappelé l’ambassadeur palestinien."),
    ),
)
