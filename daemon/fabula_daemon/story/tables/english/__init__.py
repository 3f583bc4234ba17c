"""English: titles, verbs of speech, places, given names. Another language brings a module with the same
names.
"""

from fabula_daemon.story.tables.english.stop_words import STOP_WORDS

MALE_TITLES = frozenset(
    "mr mister sir lord king prince duke baron count earl marquis viscount monsieur m herr signor "
    "señor don father brother uncle master squire emperor sultan tsar sheikh dom padre".split()
)
FEMALE_TITLES = frozenset(
    "mrs miss ms lady queen princess duchess baroness countess marchioness viscountess madame mme "
    "mademoiselle mlle frau fraulein signora signorina señora señorita dona donna sister aunt auntie "
    "mother madam dame empress mistress mis".split()
)
OTHER_TITLES = frozenset(
    "mx dr doctor prof professor rev reverend captain capt cpt commander cmdr comdr major maj "
    "colonel col general gen lieutenant lieut lt sergeant sgt corporal cpl private pvt admiral adm "
    "commodore ensign midshipman marshal sheriff deputy constable inspector detective officer agent "
    "chief president senator sen governor gov judge justice mayor minister councillor chancellor "
    "ambassador bishop archbishop deacon cardinal pope abbot saint st dean rabbi imam nurse coach "
    "technician engineer specialist director administrator secretary warden chairman foreman pilot "
    "navigator cousin old young little poor dear messrs hon esquire administrator overseer "
    "coordinator superintendent supt bosun boatswain cadet".split()
)
TITLES = MALE_TITLES | FEMALE_TITLES | OTHER_TITLES

# Titles that hardly stand before anything but a name, not even in a heading.
SPOKEN_TITLES = frozenset(
    "mr mister mrs miss ms mx sir lady lord dr doctor squire monsieur madame mme mlle".split()
)

# A title that alone makes no name of what follows: "Old Street", "Little Rock".
WEAK_TITLES = frozenset("old young little poor dear king prince st saint general private major count".split())

# Said of somebody rather than borne: "poor Clerval" is no name of Clerval's.
EPITHETS = frozenset("old young little poor dear".split())
MARRIED_TITLES = frozenset("mrs mis madame mme frau señora signora dona donna".split())
UNMARRIED_TITLES = frozenset("miss mademoiselle mlle fraulein fräulein señorita signorina".split())

# Before a possessive, the head of a building's or a street's name: St. Paul's.
SAINTS = frozenset({"st", "saint", "ste"})

# Written with a capital and no name of a person, wherever they stand.
NOT_NAMES = frozenset(
    "i i'm i've i'll i'd january february march april may june july august september october "
    "november december monday tuesday wednesday thursday friday saturday sunday christmas easter "
    "michaelmas lent whitsuntide thanksgiving god gods lord jesus christ heaven hell satan devil "
    "almighty providence jove gad egad bible gospel scripture church english french german italian "
    "spanish russian american african european asian indian chinese japanese irish scotch scottish "
    "welsh british dutch danish swedish norwegian greek roman latin turkish polish persian arab "
    "arabic jewish jew jews hebrew christian christians catholic protestant protestants quaker "
    "puritan mohammedan muslim moslem hindu hindoo buddhist englishman englishmen englishwoman "
    "frenchman frenchmen frenchwoman irishman irishmen scotchman scotsman welshman dutchman yankee "
    "yankees negro negroes europe asia africa america england france germany italy spain russia "
    "ireland scotland wales britain earth mars moon sun venus jupiter saturn mercury neptune uranus "
    "pluto north south east west northern southern eastern western oh ah eh hullo hello hallo halloa "
    "hey ha ho hurrah hurray hooray bravo alas amen yes no well why what who when where how ok okay "
    "tv mr mrs ms dr sir madam ma'am mum mom mama mamma papa dad daddy mummy mommy mother father "
    "grandma grandpa granny grandmother grandfather auntie aunt uncle sis captain doctor professor "
    "inspector colonel major sergeant lieutenant admiral chapter book part volume letter act scene "
    "prologue epilogue preface introduction contents finis end majesty highness honour honor "
    "excellency lordship ladyship worship grace reverence state states united kingdom empire "
    "republic parliament congress senate house government crown army navy war peace nature fate "
    "fortune death love time".split()
)

# What stands with a capital before one of these is no person: "Baker Street", "Bureau of Chemistry".
PLACE_NOUNS = frozenset(
    "street road lane avenue square court place park garden gardens hill hills mount mountain "
    "mountains valley vale wood woods forest river creek brook lake sea ocean bay gulf strait "
    "channel island islands isle cape point beach bridge gate station hotel inn tavern arms house "
    "hall manor castle palace tower church chapel cathedral abbey priory school college university "
    "academy institute institution hospital museum library theatre theater club bank company "
    "corporation co society association bureau office department ministry council committee board "
    "league party union army navy regiment brigade battalion fleet district county shire parish town "
    "city village borough ward state kingdom empire republic province territory desert plain plains "
    "field fields farm ranch moor heath common green market mill mills works station base camp fort "
    "port harbour harbor docks quay wharf pier canal railway railroad line express crater basin "
    "plateau ridge downs canyon colony dome habitat sector level module reactor lock array deck corridor "
    "terrace row crescent circus buildings chambers villa lodge cottage grange day night week year "
    "century age era act treaty charter code law theory effect prize medal times gazette herald post "
    "magazine review journal chronicle heights boulevard grove mall drive springs falls dictionary "
    "encyclopaedia encyclopedia bible".split()
)

# What a place's name begins with: "Lake Geneva", "Fort Edward".
PLACE_HEADS = frozenset(
    "lake fort cape port mt mount mont monte new nova isle point camp upper lower rio san santa los las loch "
    "glen".split()
)

# Before a capitalised word: a place follows for certain, or likely.
PLACE_PREPOSITIONS = frozenset(
    "in into near across through throughout within beyond outside inside around over above below".split()
)
WEAK_PLACE_PREPOSITIONS = frozenset("at from to toward towards of on up down".split())
DETERMINERS = frozenset("the a an this that these those every each no some any another its".split())

SPEECH_VERBS = frozenset(
    "said says say asked asks replied replies answered answers cried cries exclaimed whispered "
    "whispers murmured muttered shouted called added began continued returned remarked observed "
    "declared demanded inquired enquired repeated snapped growled laughed sighed gasped agreed "
    "admitted explained insisted interrupted protested suggested told tells thought spoke went "
    "retorted rejoined responded announced ordered stammered yelled screamed groaned moaned sobbed "
    "chuckled grunted hissed drawled concluded confessed commented complained conceded objected "
    "offered pleaded promised proposed queried roared shrieked sneered urged ventured warned mused "
    "breathed barked".split()
)
ACTION_VERBS = frozenset(
    "looked looks turned turns nodded nods smiled smiles shook shakes stood stands sat sits rose "
    "rises walked walks came comes went goes ran runs took takes gave gives knew knows felt feels "
    "saw sees heard hears had has was is wore wears held holds put puts made makes pulled pushed "
    "stepped leaned leant glanced stared gazed frowned grinned shrugged hesitated paused stopped "
    "waited wanted wants wished seemed seems did does would could might must should wouldn't "
    "couldn't didn't hadn't wasn't isn't doesn't opened closed shut crossed entered left leaves "
    "reached picked dropped threw caught drew raised lifted lowered touched kissed loved hated liked "
    "remembered forgot understood believed hoped feared decided tried followed met married died "
    "lived slept woke ate drank worked sprang leaped jumped climbed fell lay started bent bowed "
    "blushed flushed wept swallowed coughed cleared folded set read wrote studied watched listened "
    "moved checked tapped wiped rubbed straightened blinked winced swore spread squeezed".split()
)
# "my friend X", "a man named X", "his wife X", "Anna and X"
INTRODUCERS = frozenset(
    "named called friend wife husband son daughter brother sister cousin nephew niece uncle aunt "
    "father mother comrade colleague partner assistant secretary lover fiancé fiancée".split()
)

MALE_GIVEN_NAMES = frozenset(
    "aaron abdul abel abraham adam adrian ahmed alan albert alec alex alexander alexei alfred ali "
    "allan allen alvin ambrose amos anders andre andrei andrew andy angus anthony anton antonio "
    "archibald archie arnold arthur arturo austin barnaby barney barry bartholomew basil ben "
    "benedict benjamin bernard bert bertie bill billy bob bobby boris brad bradley brandon brendan "
    "brian bruce bruno bryan byron caleb calvin cameron carl carlos carlo cecil cedric charles "
    "charley charlie chester chris christian christopher clarence claude clement clifford clive "
    "colin conrad craig curtis cyril cyrus dale damien dan daniel danny darren dave david dean denis "
    "dennis derek desmond diego dick dimitri dmitri dominic donald doug douglas duncan dwight earl "
    "ed eddie edgar edmund eduardo edward edwin eli elias elijah elliot elliott emil emmanuel enoch "
    "enrique eric ernest ethan eugene evan evelyn ezra fabian felix ferdinand fernando finn floyd "
    "francis francisco frank franklin franz fred freddie frederick gabriel gareth gary geoffrey "
    "george gerald gerard gideon gilbert giles giovanni glen glenn godfrey gordon graham greg "
    "gregory grigori gus gustav guy hamish hank hans harold harry harvey hassan hector henri henry "
    "herbert herman hiram horace howard hubert hugh hugo humphrey ian ibrahim igor ike ira isaac "
    "isaiah ismail ivan ivor jack jackson jacob jacques jaime jake jakob james jamie jan jared "
    "jarvis jason jasper javier jay jeff jeffrey jem jerome jeremiah jeremy jerry jesse jim jimmy "
    "joachim joao job joe joel johan johann john johnny jon jonah jonas jonathan jordan jorge jose "
    "josé joseph josh joshua josiah juan jude julian julius justin karl keith ken kenji kenneth "
    "kevin kurt kyle lance lars laurence lawrence leif lemuel len leo leon leonard leopold leroy "
    "leslie lewis liam lionel lloyd logan lorenzo louis luca lucas lucian luigi luis luke luther "
    "magnus malcolm manuel marc marcel marco marcus mario marius mark marlon marshall martin marvin "
    "mateo matt matthew maurice max maximilian maxwell melvin micah michael miguel mick mike mikhail "
    "miles milo milton mitchell mohammed mordecai morgan morris moses muhammad nahum nat nathan "
    "nathaniel ned neil nelson nicholas nick nicolas nigel nikolai noah noel norman oleg oliver omar "
    "orlando oscar osman oswald otto owen pablo paddy pascal pat patrick paul pavel pedro percival "
    "percy perry peter phil philip phillip phineas pierre piotr quentin quincy rafael ralph ramon "
    "randall randolph raoul raphael rashid raul ravi ray raymond reginald reuben rex rhys ricardo "
    "richard rick ricky robert roberto robin rod roderick rodney roger roland rolf roman ronald ron "
    "rory ross rowland roy rudolf rudolph rufus rupert russell ryan salim sam sammy samson samuel "
    "sanjay saul scott sean sebastian sergei seth seymour shane shaun shawn sid sidney silas simeon "
    "simon solomon spencer stanley stefan stephen sterling steve steven stewart stuart sven sydney "
    "tariq ted teddy terence terry theo theodore thomas tim timothy titus toby tobias todd tom tommy "
    "tony travis trevor tristan tyler ulrich valentin vernon victor viktor vincent vladimir wallace "
    "walter ward warren wayne wesley wilbur wilfred wilhelm will willem william willie willy winston "
    "wolfgang yuri yusuf zachary".split()
)
FEMALE_GIVEN_NAMES = frozenset(
    "abby abigail ada adela adelaide adele agatha agnes aisha alexandra alice alicia alison alma "
    "amanda amelia amy ana anastasia andrea angela angelica angelina anita ann anna annabel anne "
    "annette annie antonia april arabella ariel astrid audrey augusta aurora ava barbara beatrice "
    "becky belinda bella bernadette bertha bess bessie beth bethany betsy betty beverly blanche "
    "bonnie brenda bridget brigid camilla candace carla carmen carol carolina caroline carrie "
    "cassandra catherine cathy cecilia celeste celia charity charlotte chloe christina christine "
    "clara clare clarissa claudia clementine constance cora cordelia cornelia cynthia daisy daphne "
    "dawn deborah delia delilah diana diane dinah dolly dolores donna dora doris dorothea dorothy "
    "edith edna effie eileen elaine eleanor elena elisa elise eliza elizabeth ella ellen ellie elsa "
    "elsie elspeth elvira emily emma erica erin esmeralda estelle esther ethel eunice eva evangeline "
    "eve fanny fatima faye felicia felicity fiona flora florence frances francesca freda frida "
    "gabriella gail genevieve georgia georgiana georgina geraldine germaine gertrude gillian gina "
    "ginny giselle gladys gloria grace greta gretchen gwen gwendolen hannah harriet harriette hattie "
    "hazel heather hedwig heidi helen helena helga henrietta hester hilary hilda hildegard holly "
    "hope hortense ida imogen ingrid irene iris irma isabel isabella isobel ivy jacqueline jane "
    "janet janice jasmine jean jemima jennifer jenny jessica jessie jill joan joanna jocelyn johanna "
    "josephine joy joyce juana judith judy julia juliana julie juliet june justine karen kate "
    "katharine katherine kathleen kathryn kathy katie katrina kay keiko kitty kristin laura lauren "
    "laurie lavinia leah leila lena leonora leticia letitia libby lilian lillian lily linda lisa "
    "liza lizzie lois lola lorna lorraine lottie louisa louise lucia lucille lucinda lucretia lucy "
    "lydia mabel madeleine madge magdalena maggie mamie marcella marcia margaret margarita margery "
    "margot maria marian marianne marie marilyn marina marion marjorie marlene martha mary mathilda "
    "matilda maud maude maureen may megan melanie melissa mercedes mercy meredith mildred millicent "
    "millie mina minerva minnie miranda miriam moira molly mona monica muriel myra myrtle nadia nan "
    "nancy naomi natalia natalie natasha nell nellie nelly nicole nina nora norah noreen octavia "
    "olga olive olivia ophelia pamela patience patricia patsy paula pauline pearl peggy penelope "
    "petra philippa phoebe phyllis polly portia priscilla prudence rachel ramona rebecca regina "
    "rhoda rita roberta rosa rosalie rosalind rosamond rose rosemary rosie rowena roxana ruby ruth "
    "sabina sabrina sadie sally samantha sandra sara sarah selina selma serena shannon sharon sheila "
    "shirley sibyl silvia sofia sonia sophia sophie stella stephanie sue susan susanna susannah "
    "susie suzanne sybil sylvia tabitha tamara tanya tatiana teresa tess tessa thelma theodora "
    "theresa tilda tina ursula valerie vanessa vera verity veronica victoria vida viola violet "
    "virginia vivian wanda wendy wilhelmina winifred xenia yasmin yolanda yvonne zelda zoe".split()
)
GIVEN_NAMES = MALE_GIVEN_NAMES | FEMALE_GIVEN_NAMES

# Inside a name, written small: "van der Berg", "de la Cruz".
PARTICLES = frozenset(
    "de del della di da du des la le van von der den ten ter zu zur bin ibn al el af av y e".split()
)
POST_TITLES = frozenset("jr sr esq md phd ii iii iv".split())

# How names of places, of peoples and of persons end.
ENDINGS = tuple(
    "ton ville shire burg land ia ish ese ian ans man men son ford ham bury town wood wards s a o y ie "
    "ey".split()
)

# What a place's name is made into: Londoner, Londonwards.
FROM_PLACES = ("wards", "ward", "ers", "er", "ites", "ite", "ians", "ian", "ans", "an", "ns", "n", "s")

TOWARDS = ("wards", "ward")

# How surnames begin.
SURNAME_BEGINNINGS = ("mc", "mac", "o'", "fitz")

# Names that are sworn by.
OATHS = frozenset("george jove god gad jingo gum heaven heavens christ allah zeus crom jupiter".split())

# A name before one of these is no person's: a Morris chair.
EPONYMS = {
    name: frozenset(things.split())
    for name, things in {
        "bessemer": "process steel converter",
        "bowie": "knife knives",
        "bunsen": "burner burners",
        "chesterfield": "sofa coat",
        "colt": "revolver revolvers pistol",
        "davy": "lamp lamps",
        "derringer": "pistol",
        "franklin": "stove stoves",
        "geiger": "counter counters",
        "gladstone": "bag bags",
        "jersey": "cow cows",
        "martini": "glass glasses",
        "maxim": "gun guns",
        "morris": "chair chairs dance dances dancer dancers dancing",
        "morse": "code key signals",
        "murphy": "bed beds",
        "murray": "hill",
        "norfolk": "jacket jackets",
        "panama": "hat hats",
        "petri": "dish dishes",
        "prince": "albert",
        "stanley": "knife knives",
        "stetson": "hat hats",
        "stillson": "wrench",
        "tesla": "coil coils",
        "tiffany": "lamp lamps glass",
        "van de graaff": "generator",
        "wellington": "boot boots",
        "winchester": "rifle rifles",
        "windsor": "chair chairs knot",
    }.items()
}

# Never a form of a name by itself, not even if a sheet says so.
FUNCTION_WORDS = STOP_WORDS | frozenset(
    "above across ago almost along already although always amid among anybody anyhow anyone anything "
    "around aside away because beneath beside besides can't couldn't didn't doesn't doing don't done "
    "either else enough even ever everybody everyone everything except further hadn't hasn't haven't "
    "having he'd he'll he's hence here's herself himself how's however i'd i'll i'm i've indeed instead "
    "isn't it'll it's itself least less lest let's like maybe meanwhile moreover myself near neither "
    "never nevertheless next nobody nothing often once otherwise ought ours ourselves perhaps quite "
    "rather same several she'd she'll she's shouldn't since somebody someone something sometimes "
    "somewhere soon still that's themselves there's therefore they'd they'll they're they've though "
    "throughout thus till together toward towards two unless upon wasn't we'd we'll we're we've weren't "
    "what's whatever whenever where's wherever whether while who's whoever won't wouldn't yes you'd "
    "you'll you're you've yours yourself".split()
)

# What stands with a capital for whoever is spoken to or of: His Royal Highness.
HONOURS = frozenset(
    "highness majesty excellency lordship ladyship honour honor grace worship reverence holiness "
    "eminence".split()
)

# Behind "the", part of a ruler's name: Charles the Second.
RULERS = (
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
    "Great", "Conqueror", "Elder", "Younger", "Terrible", "Bold", "Confessor", "Pious",
)  # fmt: skip

# Given names that begin questions and wishes: "Will Sarah come?"
ASKING_NAMES = frozenset({"Will", "May"})

# Spoken of like persons, and nobody's characters.
DIVINE = frozenset(
    "god providence heaven satan jesus christ jehovah allah almighty fate fortune nature death mercy".split()
)

# Persons of sayings and tales, title and all.
PROVERBIAL = frozenset(
    {
        *("uncle sam", "john bull", "father christmas", "santa claus", "jack frost", "john doe", "jane doe"),
        *("mother nature", "mother earth", "mother goose", "father time", "old nick", "mrs. grundy"),
        *("robin hood", "king arthur", "don juan", "don quixote", "joan of arc", "sherlock holmes"),
        *("robinson crusoe", "peter pan", "tom thumb", "dr. jekyll", "mr. hyde", "king solomon", "king lear"),
    }
)
