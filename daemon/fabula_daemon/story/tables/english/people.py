"""People's names that no language owns alone: surnames, given names of the world, nicknames, and the persons
everybody knows. Written from general knowledge; a name that is an ordinary word as well is left out where it
would mislead.
"""

from fabula_daemon.story.tables.english import GIVEN_NAMES

# A surname seldom is anything else; "Wood" and "King" are not here.
SURNAMES = frozenset(
    "abbott abrams adams adkins agarwal aguilar ahmed akhtar alexander ali allen alvarez ames andersen "
    "anderson andrews anand armstrong arnold ashby ashworth atkins atkinson austen avery babbage bailey "
    "bainbridge baird baldwin ballard banerjee barclay barlow barnard barnes barnett barrett barrow "
    "bartlett barton bateman bates bauer baxter beaumont beckett bedford beecham benedetti bennett "
    "bennet benson bentley berger bergman bernstein bianchi billings bingham bingley birch blackburn "
    "blackwood blackwell blake blanchard blythe boone booth borges boswell bouchard bowen bowers boyd "
    "boyle bradford bradley bradshaw brady brandt braun brennan brewster briggs bristow brodie bronson "
    "brooke brooks broughton brown browne browning bruce bryant buchanan buckley burgess burke burnett "
    "burnham burns burton butler byrne caldwell callahan cameron campbell cardoso carlson carlyle "
    "carmichael carpenter carr carroll carson carter cartwright casey castillo castro cavendish "
    "chadwick chamberlain chandler chang chapman chatterjee chaudhary chavez chen cheng cho chopra "
    "christensen churchill clark clarke clayton clemens clifford coates cobb coburn coffey cohen "
    "coleman collier collins compton conley connolly connor conrad conway cooke cooper copeland corbett "
    "cortez costa costello courtney cowan crane crawford croft crosby cruz cullen cummings cunningham "
    "curtis cushing dalton daly danforth daniels darcy darrow davenport davidson davies davis davison "
    "dawson deane delacroix delaney delgado dempsey denham dennis denton desai devereux devlin dewey "
    "diaz dickens dickinson dillon dixon dodd doherty dolan donnelly donovan dorsey dougherty douglas "
    "douglass doyle driscoll dubois duffy duncan dunham dunn dupont durand dwyer dyson eastman eaton "
    "edgeworth edwards egan eliot elliott ellis ellison emerson engel epstein erickson eriksson "
    "espinoza estrada evans everett faber fairbanks fairchild fairfax farley farrell farrow faulkner "
    "ferguson fernandes fernandez ferrari ferreira fielding fischer fisher fitzgerald fitzpatrick "
    "fitzroy flanagan fleming fletcher flores flynn fontaine forbes forster forsyth fournier fraser "
    "frazier freeman friedman fuentes fuller gallagher galloway garcia gardiner gardner garner garrett "
    "garrison garvey gaskell gates gibbons gibbs gibson gilbert gilmore gladstone gleason goddard "
    "goldberg goldman goldsmith gomez gonzales gonzalez goodman goodwin gordon gould graham grainger "
    "grayson greene greenwood gregory grenville gresham grey griffin griffith griffiths grimaldi grimm "
    "gruber guerrero gupta gustafson gutierrez guzman haas hackett hadley haines hale halloran hamilton "
    "hammond hampton hancock hanley hanna hansen hanson harding hardwick hargreaves harker harkness "
    "harmon harper harrington harris harrison hart hartley hartman harvey hastings hathaway hawkins "
    "hawthorne hayes haynes heller henderson hendricks henriksen hernandez herrera herrick herzog "
    "hewitt hickey hicks higgins hobbs hodges hoffman hoffmann hogan holbrook holcomb holden holland "
    "holloway holmes holt hooker hooper hopkins horowitz horton hoskins houghton houston howard howe "
    "howell hoyt hubbard hudson huffman hughes humphrey humphreys hurley hussain hutchins hutchinson "
    "huxley ibarra ingram irving isaacs ito ivanov ivanova jackson jacobs jacobson jacoby jameson "
    "jansen jarvis jefferson jeffries jenkins jennings jensen johansson johns johnson johnston "
    "johnstone jones jordan joshi kane kaplan kapoor kaur kavanagh keating keller kelley kelly kemp "
    "kendall kennedy kenyon kerr kessler khan kim kimball kingsley kinsella kipling kirby kirk klein "
    "knapp kobayashi koch koenig kovac kovacs kowalski kozlov kramer krause kumar kuznetsov lachance "
    "lambert lancaster lang langdon langley langston larkin larsen larson latham lattimer laurent "
    "lawson leblanc lefebvre lehmann leighton leroy lester leung lewis li lim lin lindberg lindgren "
    "lindsay lindsey linton lister liu livingston lloyd lockhart lockwood logan lombardi longfellow "
    "lopez lowell lowry lucas ludlow lund lyon lyons macarthur macdonald mackay mackenzie mackintosh "
    "maclean macleod macmillan macpherson madden maddox madison magnusson maguire mahoney malik mallory "
    "malone mancini mansfield marchand marchetti markham marlowe marquez marsden marsh marshall martens "
    "martin martinez martins masterson mathews mathieson matthews maxwell mayer maynard mcallister "
    "mcbride mccabe mccall mccarthy mcclure mcconnell mccormack mccormick mccoy mccullough mcdaniel "
    "mcdermott mcdonald mcdowell mcgee mcgill mcgovern mcgrath mcgraw mcgregor mcguire mcintosh "
    "mcintyre mckay mckee mckenna mckenzie mckinley mckinney mclaughlin mclean mcleod mcmahon mcmillan "
    "mcnally mcnamara mcneil mcpherson meade medina mehta mendez mendoza mercado meredith merrick "
    "merrill metcalfe meyer meyers michaels middleton miller milligan mills mishra mitchell moffat "
    "molina moller monroe montague montgomery moody mooney moran moreau moreno moretti morgan moriarty "
    "morley morrison morrissey morrow mortimer morton moseley moss muller mullins munoz murdoch murphy "
    "murray myers nakamura napier nash navarro nelson neumann neville newman newton ng nguyen nichols "
    "nicholson nielsen nikolaidis nixon nolan novak nowak nunez o'brien o'connell o'connor o'donnell "
    "o'hara o'keefe o'leary o'malley o'neill o'reilly o'rourke o'shea o'sullivan oakley okafor oliveira "
    "olsen olson ortega ortiz osborne oswald owens pacheco padilla palmer papadopoulos park parker "
    "parkinson parsons patel patterson patton paulson payne peabody pearson pedersen pemberton "
    "pendleton penrose pereira perez perkins perrault peters petersen peterson petrov petrova phelps "
    "phillips pickering pickett pierce pinkerton pollard porter potter powell prescott preston "
    "pritchard proctor pryor pugh purcell quigley quinn radcliffe rafferty raleigh ramirez ramos ramsay "
    "ramsey randolph rankin rao rasmussen rathbone ravenscroft rawlings rawlins raymond reddy redmond "
    "reeves reid reilly reyes reynolds rhodes ricci richards richardson richter rivera robbins roberts "
    "robertson robinson robson rochester rodrigues rodriguez rogers romano romero rooney roosevelt "
    "rosen rosenberg ross rossi rowe rowland roy rubin ruiz russell russo rutherford ryan salazar "
    "saldana sanchez sanders sanderson sandoval santiago santos sato saunders savage sawyer schmidt "
    "schneider schofield schroeder schubert schultz schumacher schwartz scott sedgwick sedley selby "
    "seward sexton seymour shah sharma shaw shelton shepherd sheppard sheridan sherman sherwood "
    "siddiqui silva silverman simmons simms simon simpson sims sinclair singh slater sloan smith smyth "
    "snyder sokolov solomon somerset soto spaulding spencer springer stafford stanhope stanley stanton "
    "stapleton steele stein steiner stephens stephenson sterling stern stevens stevenson stewart "
    "stillman stoddard stokes strickland stuart sullivan summers sutherland sutton suzuki svensson "
    "swanson swift sylvester takahashi talbot tanaka tanner taylor teller templeton tennant thackeray "
    "thatcher thompson thomson thorne thornton tillman timmons tobin todd torres townsend tran travers "
    "treadwell trevelyan trujillo tucker turner tyler underwood upton valdez valentine vance vanderbilt "
    "vargas vasquez vaughan vaughn vazquez vega velasquez vickers villanueva vincent vogel volkov voss "
    "wade wagner walker wallace waller walsh walters walton wang ward warner warren washington watanabe "
    "waterhouse watkins watson watts weaver webb weber webster weeks weiss welch weller wells wentworth "
    "wesley west weston wexler whaley wharton wheeler whitaker whitby whitman whitmore whitney "
    "whittaker wickham wilcox wilde wilder wilkes wilkins wilkinson williams williamson willis "
    "willoughby wilson winchester winslow winston winters winthrop witherspoon wolfe wolff wong "
    "woodhouse woodruff woods woodward wooster wordsworth worthington wright wu wyatt wyndham xu yamada "
    "yamamoto yang yates yeats yoshida zamora zhang zhao zhou zhu ziegler zimmerman".split()
)

# Given names beside the tables of English fiction.
WORLD_GIVEN_NAMES = frozenset(
    "aarav abbas abdullah abena abhay abiola achille adaeze adama adesh adriana adriano agnieszka ahmad "
    "aida aiden aiko aileen aimee aino ajay akash akio akira aksel alain alastair alberto aldo "
    "alejandra alejandro aleksander aleksandr alessandra alessandro alfonso alfredo algernon alicja "
    "alina alistair alonso alonzo alphonse alvaro alyssa amadou amara amina amir amit amparo amrita "
    "anahit anand ananya anatole anatoly anaya anders andreas andrej andrzej angelo angélique aniela "
    "anil anjali anke annabelle anneliese annika anouk ansel anselm antoine antoinette antonina anya "
    "araceli arash aravind archie ariadne aristide arjun armand armando arne arnaud arno arpad arvid "
    "asha ashley ashok aslan astrid athena attila aubrey auguste augustin augustus aurelia aurelio avi "
    "axel ayaan ayesha ayla ayo azadeh aziz balthazar bao baptiste barbra barnabas bartek beata beatrix "
    "beatriz benito benjy berenice berit bernardo berta bertha bertrand bettina bianca bilal birgit "
    "bjorn björn blaise bogdan boyd bram brandi brielle brigitta brigitte britta bronwen brooklyn bryce "
    "bryony caetano caitlin caleb callum camille camilo carmela carmelo carsten casimir cassie cassius "
    "catalina catarina caterina catriona cecile cedric celestine cesar chandra chang chantal chiara "
    "chidi chike chinedu chioma chiyo christa christoph christophe cian cillian ciro claudette claudine "
    "claudio claus clea cleo clotilde coleman colette concetta consuelo corinne cormac cosima cosmo "
    "cressida cristina cristobal curt dafydd dagmar dalia damian damien daniela danilo dante daria "
    "dario dariusz darius darya davide deepak deirdre delphine demetrius denise deniz devon diego "
    "dieter dietrich dilip dimitra dirk dmitry dolf domenico domingo dominik dominique dorian doru dov "
    "draco dragan duarte dunja eamon ebenezer eckhart eduard edvard efua eileen eino eirik ekaterina "
    "eknath elan eleanora elektra eleni elham eliot elio elisabeth elisabetta elke elodie eloise elton "
    "elvis emeka emile emilia emiliano emilio emine emre enid enrico enzo erich erik erika ernesto "
    "ernst erwin esperanza esteban ettore eudora eugenia eugenie eustace ewan ezekiel fabienne fabio "
    "fabrice faisal farah farid fatou federico feliks felipe fergus fernanda fidel fidelia filip "
    "filippo finley finn fionnuala flavia flavio fleur florian francesco franck franco francois "
    "françois françoise franka franziska franziskus fredrik friedrich fritz fumiko gaetano gaspard "
    "gaston gavin gavriil geert geraint gerda gerhard germain gero gerrit gianni gideon gintaras "
    "giorgio giovanna giulia giulio giuliana giuseppe goran gottfried grazia grigory grzegorz guido "
    "guillaume guillermo gunnar gunther gunter gunvor gustaf gustave gwyneth haakon hadiya hakan hakim "
    "halima halina hamid hamza hana hanako hanna hannes hannibal hans harald haruki haruto harun hauke "
    "heinrich heinz hela helge helmut hendrik henning henrik henrique heriberto hermann hermione hernan "
    "hideo hikaru hilde hilaire hiroko hiroshi holger honoré hussein ibrahima idris iestyn ieuan "
    "ignacio ignatius ignatz igor ikaika ilario ilse ilya imani imran ines inés inga ingeborg ingmar "
    "inigo ioana ioannis iqbal irena irina isadora isaiah isak isidore ismael istvan ivana ivanka iwan "
    "jaakko jabari jacek jacinta jadwiga jaroslav javad jayden jean-luc jedediah jelena jens jeremias "
    "jerzy jesper jiang jin jiro joao joaquin jochen joffrey johannes jonas jordi joris josefa josefina "
    "jovan juhani julien julietta juliette jun jung junko jurgen jyoti kaito kaitlin kamal kamala kamau "
    "kamila kamran karim karin karina karla karolina karsten kasper kasia katarina katarzyna katerina "
    "katja katya kaveh kazimierz kazuo keira kelechi kemal kemi kenneth kerstin ketut khadija khalid "
    "kiera kieran kimberly kiran kirsten kirstin kiyoshi klara klaus knut kofi kojo konrad konstantin "
    "krishna kristen kristian kristina krystyna krzysztof kwabena kwame kyoko kyra lachlan lakshmi "
    "lamar larissa lars lasse laszlo latoya laurent lavanya leandro leif leila leland lena leni lennart "
    "leonardo leonidas leonie leopoldo levi liesl lilith lin linnea lionel lisbeth liselotte livia "
    "ljubica lorelei lorena lothar lubomir lucien lucienne lucio ludmila ludovic ludwig luisa luka "
    "lukas luther lutz lyudmila maarten mabel maeve mael magda magnus mahmoud maia maja makoto malachi "
    "malik malin mamadou manfred manjit manon manu marcela marcello marcelo marcin marcos mareike "
    "margarethe margherita margit margo marguerite mariam mariana mariano marielle marietta marija "
    "marika mariko marilena marisa marisol marit marjan markus marlies marta marten masako mateusz "
    "mathias mathieu mathilde matilde matteo matthias maura mauricio maurizio maya mehdi mehmet mei "
    "meera melchior melina melisande mercutio meryem michal michelangelo michele micheline miguel mihai "
    "mihail miho mikael mikhail miki mikko miklos milan milena milos mina ming minh miriam mirko "
    "miroslav misha mitya mohamed mohammad mohan moira monique montague morag morgana mortimer moshe "
    "mukesh murat murray nabil nadine nadir naima nanda nandini naoko naomi narayan nasir nastya "
    "natasha natalya nathalie naveed neha nehemiah nelly nestor ngozi niall nicodemus nicola nicolae "
    "nicolai nicolás nicolette niels nikita nikolas nikolay nils nina nkechi noa noemi noor noriko "
    "nuala nuno nuria obadiah obi octavian octavio odette oisin olaf ole oleksandr olena olga olivier "
    "olivia oluwaseun omari orla orsino orson osvaldo otis otto ottilie padma padraig paige paloma "
    "pandora paolo paola parvati pascale patrice patrizia patrick paulo pavlos pedr pekka pepe per "
    "peregrine perpetua petr petronella petrus phaedra philippe phoebus pia piero pietro pilar pooja "
    "prakash pranav prem preston priya prospero qasim rachid rafe rafael ragnar raina raisa raj raja "
    "rajesh ramesh ramiro rana randi ranjit raoul rasmus raymundo reggie reiko reinhard reinhold remy "
    "renata renate rené renee renée reza rhiannon ricarda riccardo rikard rina ritchie rocco rocío "
    "rodolfo rodrigo rohan rohit roisin roksana romain romeo ronaldo ronan roopa rosalba rosanna "
    "rosario roxanne ruben ruchi rudi runa rurik rustam sabine sachiko sadia safiya said saira sakura "
    "salma salman salome salvador salvatore samira samir sandeep sandor sandro sanna santiago santo "
    "saoirse sascha satoshi savannah saverio sayed scarlett sean seamus sebastien segun seiji selim "
    "selma senga serafina serge sergey sergio severin shanti shirin shoshana shreya sigmund sigrid "
    "sigurd silas silke silvana silvio simone simona sindri siobhan siv slobodan sofie soledad solveig "
    "soren sorcha stanislav stanislaus stanislaw stavros stefania stefano stellan stig subhash sulaiman "
    "suleiman sunil sunita suresh sushila svetlana swati sylvain sylvie tadashi tadeusz taiwo takeshi "
    "tamar tamsin tancred tara tarek tatsuo teodor teodora terje thaddeus thandiwe themba theodor "
    "theodosia therese thérèse thierry thiago thor thorsten tibor tiberius tiffany timo timofey timon "
    "tiziana tobias tomas tomasz tomás tomoko tor toril torsten toshiro tove trinidad tristram trudi "
    "trudy tunde tuomas tyrone ulf ulla ulrike umberto uma umar urban uri ursula uwe vaclav valentina "
    "valeria valerio vanya vasilisa vasily vassily velma venkat vera vicente vidya vigo vijay vikram "
    "viktoria vilhelm vincenzo vinod virgil vishnu vito vittoria vittorio vivek vivienne vlad vladislav "
    "volker waclaw wafa walid waltraud wanjiru wassily wen wendell werner wiebke wieslaw wilfrid wilma "
    "winnie winona wladyslaw wojciech xander xavier xiang xiao ximena yael yanis yannick yara yasmina "
    "yasuko yelena yetunde yevgeny yijun yohannes yosef youssef yuki yukio yuko yulia yusef yvette yves "
    "zachariah zahra zainab zara zdenek zelda zenobia zeynep zofia zoltan zoran zsófia zubin zuleika "
    "zuri abner absalom achilles adolphe adolphus alick alma alphonso amelie amory aramis aurelius "
    "becca bennie bessy bettie biddy bobbie bridie cathie cecily chuck clem cliff cora corny cuthbert "
    "cy dot dottie edie effie elam elihu eliphalet elsbeth emmeline emmy ephraim ernie estella etta "
    "ettie evalina evie ezra fanshawe fitz flo flossie freddy gabe gertie gil gus gussie gwennie hal "
    "hallie hepzibah hepsy hetty hilly hiram hob huck huckleberry huldah ichabod inez ishmael jabez "
    "jackie jakie janey janie jemmy jenkin jennie jenny jerry jessamy jinny jo jock joey johnnie jud "
    "kit lafe lem letty lettice lewie lexie lige lil lilla lily lina linnie lizbeth liz lizzy lorenz "
    "lottie lou lulu lute mab madge maisie mamie mandy margery margie marjory marmaduke mart mat mattie "
    "maudie mehitabel meg melissa mellie milly minna mimi mitty mollie monty mort myrna nan nanny "
    "nannie nat nell nettie netty ned nick nicky obed obediah olly osbert patsy patty peg peggotty pen "
    "pete phemie phil phineas pip polly prissy prue rab rhody rob rod roddy roger rollo ronnie rosa "
    "rowan roxy rube sadie sal sallie sally sammie sandy seth shem si sim sis sonny sophy sukey susy "
    "syl tabby tad tam tammy teddie tess thad theo theron tilly tish tobe tommie trudie uriah val vin "
    "vina viney viv wat wes wilf will willy zack zeke zeb zebedee zebulon".split()
)

# The names that people use for one another; each line is one given name with those that stand for it.
_NICKNAMES = """
abigail abby gail
abraham abe bram
albert al bert bertie
alexander alex alec sandy xander sasha lex
alexandra alex sandra sasha lexie alexa
alfred alf fred alfie
alice allie
amelia amy millie
andrew andy drew
ann annie nan nancy anna anne
anthony tony
antonia toni
archibald archie
arthur art artie
augustus gus
barbara barb babs barbie
bartholomew bart
beatrice bea trixie
benjamin ben benny benjie
bernard bernie
bridget biddy bridie
caroline carrie caro lina
catherine cathy cat kate katie kitty kit cassie katherine kathy
cecilia cissy celia
charles charlie charley chuck chas
charlotte lottie charlie
christina chris tina chrissie
christine chris chrissie tina
christopher chris kit
clarence clare
clement clem
cornelius con neil
cynthia cindy
daniel dan danny
david dave davy davie
deborah deb debbie
desmond des
donald don donnie
dorothy dot dottie dolly dora dodie
douglas doug
ebenezer eben
edith edie
edmund ed ned eddie
edward ed ned ted eddie teddy
eleanor ellie nell nora nellie
elizabeth liz lizzie beth betty bess bessie betsy eliza libby lisa elsie lizzy
ellen nell nellie
emily em emmie
emma em emmie
ephraim eph
ernest ernie
esther essie hetty
eugene gene
evelyn evie eve
ezekiel zeke
ferdinand ferdie
florence flo flossie florrie
frances fran fanny frankie francie
francis frank frankie
franklin frank
frederick fred freddie freddy fritz
gabriel gabe
geoffrey geoff
george georgie
gerald gerry jerry
gertrude gertie trudy
gilbert gil bert
gregory greg
gwendolen gwen
hannah nan
harold harry hal
harriet hattie harry
helen nell nellie lena ellie
henrietta hetty etta harry
henry harry hal hank
herbert herb bert bertie
hubert bert hugh
isaac ike zac
isabella bella isa ibby belle
isabel bella izzy belle
jacob jake
jacqueline jackie
james jim jimmy jamie jem jimmie
jane jenny janey janie
janet jenny nettie
jeffrey jeff
jennifer jen jenny jenn
jeremiah jerry jem
jeremy jerry jem
jessica jess jessie
joan joanie
joanna jo
john jack johnny jock johnnie
jonathan jon jonny nat
joseph joe joey jo
josephine jo josie
joshua josh
judith judy
julia julie
katherine kate kathy katie kitty kit kay kat
kathleen kathy kath kate
kenneth ken kenny
laurence larry laurie
lawrence larry laurie
leonard leo len lenny
leopold leo
letitia letty lettie tish
lillian lily lil
louis lou louie
louisa lou lulu
lucille lucy
lucinda lucy cindy
lydia liddy
madeleine maddie lena
magdalene maggie lena
margaret maggie meg peg peggy madge margie daisy greta rita margery may
marian molly
marianne molly
marjorie marge margie
martha mattie patty marty
martin mart marty
mary molly polly moll mamie may minnie
matilda tilly mattie maud
matthew matt mat
maurice morrie
maximilian max
michael mike mick mickey mikey
mildred millie
mortimer mort
nathan nat nate
nathaniel nat nate nathan
nicholas nick nicky nico
oliver ollie noll
olivia liv livvy
oswald ozzie
pamela pam
patricia pat patsy tricia trish patty
patrick pat paddy rick
penelope penny
percival percy
peter pete
philip phil pip
phineas phin
priscilla prissy cilla
prudence prue
rachel rae
ralph rafe
randolph randy
raymond ray
rebecca becky becca
reginald reggie reg rex
richard dick dicky rick ricky rich richie dickie
robert bob bobby rob robbie bert robin rab
roderick rod roddy rory
roger rodge hodge
roland rollo
ronald ron ronnie
rosalind rosie roz
rosamond rosie
rosemary rosie
rudolph rudy
rupert roo
russell russ
samantha sam
samuel sam sammy
sarah sally sal sadie
sebastian seb bastian
sidney sid
silas si
solomon sol
sophia sophie sophy
stanley stan
stephanie steph
stephen steve stevie
susan sue susie suky sukey
susanna sue susie sukey
tabitha tabby
thaddeus tad thad
theodora dora theo
theodore ted teddy theo
theresa tess tessa terry
thomas tom tommy thom
timothy tim timmy
tobias toby
ursula ursie
valentine val
valerie val
veronica ronnie vera
victor vic
victoria vicky tory vic
vincent vince vin
virginia ginny ginger
walter walt wat wally
wilfred wilf fred
wilhelmina mina minnie willa wilma
william will bill billy willie willy liam bil
winifred winnie freda
winston win
zachary zack zach
zachariah zack zach
""".split("\n")
NICKNAMES = {words[0]: frozenset(words[1:]) for line in _NICKNAMES if (words := line.split())}

# Real, mythic and proverbial persons who need no sheet: spoken of, they are nobody's unknown character.
FAMOUS = frozenset(
    "aeschylus aesop alcibiades aphrodite apollo aquinas archimedes ares ariosto aristophanes aristotle "
    "asclepius athene attila augustine bacchus bach bakunin balzac baudelaire beelzebub beethoven "
    "bellini berlioz bernhardt bismarck boccaccio boethius bolívar bonaparte botticelli brahma brahms "
    "brunel brunelleschi buddha buonaparte byron caesar cagliostro caligula caliban calvin caravaggio "
    "casanova cassiopeia catullus cerberus cervantes cezanne cézanne charlemagne chaucer chekhov chopin "
    "christ cicero cleopatra clausewitz coleridge columbus confucius copernicus cromwell cupid dante "
    "danton darwin debussy demosthenes descartes diogenes dionysus disraeli domitian donatello "
    "dostoevsky dracula dryden dumas dürer einstein epictetus epicurus erasmus eros euclid euripides "
    "falstaff faraday faust flaubert frankenstein freud galen galileo gandhi garibaldi giotto goethe "
    "gogol gorky goya guevara gutenberg habakkuk hades hadrian hamlet handel hannibal haydn hazlitt "
    "hecate hegel heine hephaestus heraclitus hercules hermes herod herodotus hesiod hippocrates hitler "
    "hobbes hogarth hölderlin homer horace houdini hume ibsen icarus isis iscariot jehovah jesus "
    "jezebel jove judas juno jupiter juvenal kafka kali kant keats kepler kierkegaard krishna lafayette "
    "lancelot lavoisier leibniz lenin leonidas lessing lincoln linnaeus liszt livy loki lucifer "
    "lucretius lycurgus macaulay macbeth machiavelli mahler mahomet manet marat marx mazarin mazzini "
    "medea medusa mendel mendelssohn mephisto mephistopheles merlin methuselah metternich "
    "mephistophiles michelangelo midas minerva minotaur mohammed molière moliere monet montaigne "
    "montesquieu montezuma morpheus moses mozart mussolini napoleon narcissus nebuchadnezzar nefertiti "
    "nelson neptune nero nietzsche nimrod nobel nostradamus odin odysseus oedipus offenbach orpheus "
    "osiris othello ovid paganini palestrina pasteur pericles persephone petrarch phidias picasso "
    "pilate pindar pirandello plato plautus pliny plutarch poseidon praxiteles prometheus proust "
    "ptolemy puccini pushkin pythagoras quixote rabelais racine rameses raphael rasputin ravel "
    "rembrandt renoir richelieu rimbaud robespierre rodin rossini rousseau rubens ruskin saladin "
    "salieri samson sappho satan schiller schopenhauer schubert schumann scheherazade semiramis seneca "
    "shakespeare shakspeare shelley shiva shylock sibelius sindbad sisyphus socrates sophocles "
    "spartacus spinoza stalin stradivarius strauss stravinsky strindberg suetonius swedenborg swinburne "
    "tacitus tamerlane tantalus tchaikovsky tennyson tertullian thales themistocles theseus thucydides "
    "tiberius tintoretto titian tolstoy toscanini trotsky turgenev turner ulysses velázquez verdi "
    "vermeer vespasian virgil vishnu vivaldi voltaire vulcan wagner wallenstein wellington whistler "
    "wordsworth xenophon zarathustra zeno zeus zola zoroaster".split()
)
# Of these, the names that nobody else has: a Nelson or a Turner may be anybody.
ONLY_FAMOUS = FAMOUS - SURNAMES - WORLD_GIVEN_NAMES - GIVEN_NAMES
