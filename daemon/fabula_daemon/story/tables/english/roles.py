"""English: ranks, trades, states of life and kinds of being, and which of them go together."""

from collections.abc import Mapping

# Ranks and offices that somebody holds one at a time. Longer ones first where one holds another.
RANKS = frozenset(
    """
    private corporal lance-corporal sergeant staff-sergeant sergeant-major ensign cadet midshipman
    subaltern lieutenant captain major colonel brigadier general admiral
    commodore commander marshal boatswain bosun coxswain
    constable inspector superintendent sheriff deputy
    trooper gunner bombardier quartermaster legionary centurion tribune
    warden governor mayor president chancellor minister ambassador senator commissioner overseer
    administrator foreman steward chamberlain
    bishop archbishop cardinal abbot deacon archdeacon dean prior
    king queen prince princess emperor empress duke duchess earl baron baroness viscount marquis
    """.split()
) | {
    "lance corporal",
    "staff sergeant",
    "sergeant major",
    "first sergeant",
    "second lieutenant",
    "first lieutenant",
    "lieutenant commander",
    "lieutenant colonel",
    "lieutenant general",
    "major general",
    "rear admiral",
    "vice admiral",
    "field marshal",
    "wing commander",
    "squadron leader",
    "flight lieutenant",
    "air marshal",
    "petty officer",
    "warrant officer",
    "able seaman",
    "first mate",
    "second mate",
    "chief mate",
    "first officer",
    "second officer",
    "third officer",
    "chief officer",
    "chief inspector",
    "chief superintendent",
    "chief constable",
    "chief engineer",
    "second engineer",
    "third engineer",
    "detective inspector",
    "detective sergeant",
    "prime minister",
    "vice president",
}
RANK_SHORT: Mapping[str, str] = {
    "capt": "captain",
    "cpt": "captain",
    "cmdr": "commander",
    "comdr": "commander",
    "maj": "major",
    "col": "colonel",
    "gen": "general",
    "lt": "lieutenant",
    "lieut": "lieutenant",
    "sgt": "sergeant",
    "sergt": "sergeant",
    "cpl": "corporal",
    "pvt": "private",
    "pte": "private",
    "adm": "admiral",
    "gov": "governor",
    "sen": "senator",
    "pres": "president",
    "insp": "inspector",
    "supt": "superintendent",
    "const": "constable",
}
# Ordinary words besides, which are no rank unless a title stands where a title does.
WEAK_RANKS = frozenset("private major general prior deputy minister steward dean tribune marshal".split())

# A line is a calling; who has one of its words is not lied about by another of the same line.
_CALLINGS = """
doctor physician surgeon medic gp medical paediatrician psychiatrist pathologist
nurse midwife matron orderly medical
dentist
vet veterinarian
pharmacist apothecary druggist
lawyer attorney barrister solicitor advocate judge magistrate prosecutor notary
teacher schoolteacher schoolmaster schoolmistress governess tutor headmaster headmistress lecturer professor
chemist scientist physicist biologist geologist astronomer botanist zoologist
scientist mathematician researcher inventor assayer professor chemist astronomer
engineer mechanic technician machinist electrician plumber fitter welder driller pump
architect surveyor draughtsman
builder carpenter joiner bricklayer mason roofer plasterer
blacksmith smith farrier ironmonger
baker pastrycook confectioner
butcher slaughterer
cook chef
innkeeper landlord publican barman barmaid bartender proprietor
waiter waitress
grocer greengrocer shopkeeper storekeeper merchant draper haberdasher trader
tailor seamstress dressmaker milliner
cobbler shoemaker saddler
barber hairdresser
farmer grower gardener shepherd ploughman herdsman cowherd
fisherman fisher sailor seaman mariner boatman ferryman captain skipper
miner collier
driver coachman chauffeur cabman carter trucker
pilot aviator airman navigator astronaut
soldier trooper artilleryman infantryman cavalryman officer guardsman
policeman policewoman detective constable inspector
priest vicar curate parson rector minister clergyman chaplain pastor preacher monk friar
nun
actor actress player
singer musician pianist violinist composer fiddler organist
dancer ballerina
painter artist sculptor
writer author novelist poet philosopher
journalist reporter editor correspondent
photographer
printer bookbinder
bookseller librarian
banker financier broker accountant bookkeeper treasurer
clerk secretary typist stenographer
servant butler footman valet maid housemaid housekeeper steward
hunter trapper gamekeeper forester woodcutter lumberjack
thief burglar pickpocket smuggler pirate
spy agent
politician senator
undertaker gravedigger
watchmaker clockmaker jeweller goldsmith
potter weaver spinner dyer tanner
miller
postman postmaster
"""
CALLINGS: Mapping[str, frozenset[int]] = {
    word: frozenset(n for n, line in enumerate(_CALLINGS.strip().splitlines()) if word in line.split())
    for word in _CALLINGS.split()
}
OCCUPATIONS = frozenset(CALLINGS) - {
    "medical",
    "pump",
    "player",
    "fisher",
    "smith",
    "fitter",
    "agent",
    "judge",
}
# One word for somebody by rank or trade; “private”, “general” and the like are oftener something else.
OFFICES = (OCCUPATIONS | {rank for rank in RANKS if " " not in rank}) - (WEAK_RANKS - {"minister", "steward"})

# status → what else may be said of who has it.
STATUS: Mapping[str, frozenset[str]] = {
    "married": frozenset({"married", "wed", "wedded"}),
    "unmarried": frozenset({"unmarried", "single", "bachelor", "spinster", "engaged", "betrothed"}),
    "single": frozenset(
        {"unmarried", "single", "bachelor", "spinster", "divorced", "widowed", "widow", "widower"}
    ),
    "bachelor": frozenset({"unmarried", "single", "bachelor", "engaged"}),
    "spinster": frozenset({"unmarried", "single", "spinster"}),
    "widowed": frozenset({"widowed", "widow", "widower", "unmarried", "single"}),
    "widow": frozenset({"widowed", "widow", "unmarried", "single"}),
    "widower": frozenset({"widowed", "widower", "unmarried", "single"}),
    "divorced": frozenset({"divorced", "divorcee", "unmarried", "single"}),
    "engaged": frozenset({"engaged", "betrothed", "unmarried", "single"}),
}
STATUS_WORDS = frozenset(
    "married unmarried bachelor spinster widowed widow widower divorced divorcee".split()
)

SPECIES = frozenset(
    "human android robot cyborg elf dwarf orc goblin troll halfling gnome vampire werewolf ghost "
    "demon faun centaur mermaid merman selkie dryad nymph satyr giant ogre martian venusian alien".split()
)
MALE_SEX = frozenset("male man boy m masculine".split())
FEMALE_SEX = frozenset("female woman girl f feminine".split())

# Words with which a rank or trade is said: “held the rank of”, “wore the uniform of a”.
OFFICE_NOUNS = frozenset(
    "rank grade title post position office commission appointment job work uniform insignia "
    "stripes badge bars epaulettes tunic profession trade calling stars braid pay dignity duties "
    "authority".split()
)
APPOINTED = frozenset(
    "made appointed promoted named gazetted elected commissioned raised breveted ordained crowned "
    "created demoted reduced".split()
)
RISEN = frozenset("rose risen advanced climbed sunk sank fallen".split())
PROMOTIONS = frozenset("promotion appointment rise elevation step commission".split())
PRACTISED = frozenset(
    "ranked acted signed sat enrolled listed entered worked served practised practiced works "
    "serves practises".split()
)
