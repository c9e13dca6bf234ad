"""First names that tell a man or a woman in French press; those that both bear ("Camille", "Claude") are left out."""

from __future__ import annotations

MEN = frozenset(
    "abdou achille adrien ahmed aimé alain alban albert alexandre alexis ali amadou ambroise anatole andré antoine"
    " antonio aristide armand arnaud arsène arthur auguste aurélien bakary baptiste basile bastien benjamin bernard"
    " bertrand blaise boris brahim brice bruno carlos charles cheikh christian christophe clovis clément cyprien"
    " cyril cédric damien daniel david denis didier dimitri donald edgar edmond edouard eliott elliot emmanuel enzo"
    " eric ernest eugène fabien fabrice farid ferdinand fernand firmin florian francis franck françois frédéric"
    " félix gabriel gaspard gaston gauthier gaétan gaël geoffroy georges germain ghislain gilbert gildas gilles"
    " gontran grégoire grégory guillaume gustave guy gérald gérard hamid hassan hector henri hervé hippolyte honoré"
    " hugo hugues ibrahim igor ismaël ivan jacques jamel james jean jean-baptiste joachim joe john jonathan jordan"
    " jorge joseph josé joël juan jules julien justin jérôme kamel karim kevin kévin laurent lilian lionel louis"
    " loïc luc lucas lucien ludovic luigi léandre léo léon léonard léopold mahmoud malik mamadou marc marcel"
    " marcelin mario marius martin mathias mathieu mathis matteo matthieu maurice max maxime mehdi michaël michel"
    " mikhaïl modeste mohamed mohammed mounir moussa mustapha médéric nathan nicolas norbert noël octave olivier"
    " omar oscar oumar pablo pascal patrick paul pedro philippe pierre pierrick placide prosper quentin rachid raoul"
    " raphaël raymond renaud rené richard robert rodolphe rodrigue roger roland romain ronan réginald régis rémi"
    " sacha said salif salim samir samuel saïd serge sergueï seydou simon siméon stanislas stéphane sylvain sylvère"
    " sébastien tanguy thibaud thibault thibaut thierry thomas théo théodore théophile timothée tony toussaint"
    " tristan ulysse urbain valentin valère valéry victor vincent vladimir volodymyr wilfried william xavier yacine"
    " yann yannick yohann youssef yvan yves yvon zacharie émile étienne".split()
)
WOMEN = frozenset(
    "adeline adèle adélaïde agathe agnès alice alicia alix amandine amina aminata amélie anaïs angèle angélique anna"
    " annabelle anne annette annick apolline arlette armelle assia astrid aude audrey augustine aurore aurélie awa"
    " axelle aïcha aïssata barbara bernadette berthe blanche blandine brigitte béatrice bénédicte capucine carla"
    " carole caroline catherine chantal charlotte chloé christelle christiane christine claire clara clarisse"
    " claudette claudine clotilde clémence colette coline constance coralie corinne cosima cyrielle cécile céleste"
    " célestine célia céline danielle daphné delphine denise diane dorothée edith edwige elena elsa emma estelle"
    " esther eugénia eugénie eva fabienne fanny fanta fatima fatou fernande flavie fleur flora florence florine"
    " françoise frédérique félicie gabrielle gaëlle geneviève georgette germaine ghislaine ginette gisèle gwenaëlle"
    " hanna hannah henriette honorine hortense houria huguette hélène ingrid inna inès iris irène isabelle"
    " jacqueline jade janine jeanne jeannine jennifer jessica joanna jocelyne josette josiane joséphine joëlle"
    " judith julia julie julienne juliette justine karima karine katia khadija laetitia lara laura laure laurence"
    " laurette leïla liliane lina lisa lise lola lorraine louise luce lucette lucie lucienne lucile lucille ludivine"
    " lydia léa léna léonie madeleine magali magda mahaut malika manon manuela margaret margaux margot marguerite"
    " maria marianne marie marie-claude marielle marilyne marina marine marion marjorie marlène marthe martine"
    " maryse mathilde maud maude maïmouna micheline michèle mina mireille monique morgane muriel myriam mélanie"
    " mélissa nadia nadine nadège nancy nathalie naïma nelly nicole nina ninon nora noémie noëlle odette odile olga"
    " ophélie oriane pascale patricia paule paulette pauline perrine pierrette prune rachel rachelle rachida ramona"
    " raymonde renée rosa rose roseline ruth rébecca régine sabine sabrina salima salomé samia samira sandra"
    " sandrine sara sarah sidonie simone sofia solange solène sonia sonya sophia sophie stéphanie suzanne suzette"
    " sylvaine sylvette sylviane sylvie ségolène séverine tatiana tess thérèse valentine valérie vanessa victoria"
    " violaine violette virginie viviane véra véronique yasmina yasmine yaël yolande yvette yvonne zineb zohra zoé"
    " ève édith éliane élisa élisabeth élise élodie éloïse éléna éléonore émeline émilie émilienne".split()
)
