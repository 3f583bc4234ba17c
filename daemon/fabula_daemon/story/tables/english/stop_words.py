"""English: words too ordinary to be anybody's alias. Another language brings a module with the same names."""

STOP_WORDS = frozenset(
    "a an the this that these those it its he him his she her hers they them their theirs we us our you "
    "your i me my mine one ones some any each every no none all both few many much more most other "
    "others another such and or but nor so yet if then than as at by for from in into of off on onto "
    "out over to up with without within about after again against before behind below between beyond "
    "down during through under until is am are was were be been being has have had do does did can "
    "could may might must shall should will would not who whom whose which what when where why how here "
    "there now just only very too also".split()
) - {"may", "will"}
