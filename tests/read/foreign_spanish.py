"""Spanish reports of votes, with what they tell: outcome, figures, ballots; and sentences that tell of none."""

from __future__ import annotations

REPORTS: tuple[tuple[str, str, str, str | None, dict[str, int], str], ...] = (
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
SILENT: tuple[tuple[str, str], ...] = (
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
)
