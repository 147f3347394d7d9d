<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AdjudicationList</name>
    <message>
        <source>differ on %1</source>
        <translation>abweichend bei %1</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Foramina</source>
        <translation>Neuroforamina</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Edit marks</source>
        <translation>Markierungen bearbeiten</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>next foramen not graded</source>
        <translation>nächstes nicht graduiertes Neuroforamen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>sides and root as measured</source>
        <translation>Seiten und Wurzel wie gemessen</translation>
    </message>
    <message>
        <source>erases while held</source>
        <translation>gehalten: löscht</translation>
    </message>
    <message>
        <source>Enter, Esc</source>
        <translation>Eingabe, Esc</translation>
    </message>
    <message>
        <source>take or drop what is shown</source>
        <translation>Gezeigtes übernehmen oder verwerfen</translation>
    </message>
    <message>
        <source>H held</source>
        <translation>H gehalten</translation>
    </message>
    <message>
        <source>hides marks</source>
        <translation>blendet Markierungen aus</translation>
    </message>
    <message>
        <source>Wheel, Page keys</source>
        <translation>Mausrad, Bild auf/ab</translation>
    </message>
    <message>
        <source>slices</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Rechts ziehen</translation>
    </message>
    <message>
        <source>window and level</source>
        <translation>Fensterung</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Rechtsklick</translation>
    </message>
    <message>
        <source>menu: presets, series, layout</source>
        <translation>Menü: Fenstervorgaben, Serien, Anordnung</translation>
    </message>
    <message>
        <source>Middle, Space + drag</source>
        <translation>Mitte, Leertaste + ziehen</translation>
    </message>
    <message>
        <source>zoom, pan</source>
        <translation>Zoom, Verschieben</translation>
    </message>
    <message>
        <source>Shift + click</source>
        <translation>Umschalt + Klick</translation>
    </message>
    <message>
        <source>all panes to that place</source>
        <translation>alle Bildfelder an diese Stelle</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>one pane alone and back</source>
        <translation>ein Bildfeld allein und zurück</translation>
    </message>
    <message>
        <source>&amp;Open folder …</source>
        <translation>Ordner ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Close study</source>
        <translation>Studie &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Sign or revise …</source>
        <translation>&amp;Unterschreiben oder überarbeiten …</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>neighbouring foramen</source>
        <translation>benachbartes Neuroforamen</translation>
    </message>
    <message>
        <source>Foramen above</source>
        <translation>Neuroforamen darüber</translation>
    </message>
    <message>
        <source>Foramen below</source>
        <translation>Neuroforamen darunter</translation>
    </message>
    <message>
        <source>Foramen of the patient&apos;s right</source>
        <translation>Rechtes Neuroforamen des Patienten</translation>
    </message>
    <message>
        <source>Foramen of the patient&apos;s left</source>
        <translation>Linkes Neuroforamen des Patienten</translation>
    </message>
    <message>
        <source>Grade 0 and go on</source>
        <translation>Grad 0 und weiter</translation>
    </message>
    <message>
        <source>Grade 1 and go on</source>
        <translation>Grad 1 und weiter</translation>
    </message>
    <message>
        <source>Grade 2 and go on</source>
        <translation>Grad 2 und weiter</translation>
    </message>
    <message>
        <source>Grade 3 and go on</source>
        <translation>Grad 3 und weiter</translation>
    </message>
    <message>
        <source>Grade 0 and stay</source>
        <translation>Grad 0 und bleiben</translation>
    </message>
    <message>
        <source>Grade 1 and stay</source>
        <translation>Grad 1 und bleiben</translation>
    </message>
    <message>
        <source>Grade 2 and stay</source>
        <translation>Grad 2 und bleiben</translation>
    </message>
    <message>
        <source>Grade 3 and stay</source>
        <translation>Grad 3 und bleiben</translation>
    </message>
    <message>
        <source>grade and go on</source>
        <translation>graduieren und weiter</translation>
    </message>
    <message>
        <source>grade and stay</source>
        <translation>graduieren und bleiben</translation>
    </message>
    <message>
        <source>Not gradable, with a reason</source>
        <translation>Nicht graduierbar, mit Begründung</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>How vertebrae are counted …</source>
        <translation>Wie die Wirbel gezählt werden …</translation>
    </message>
    <message>
        <source>side above, below, left, right</source>
        <translation>Seite oben, unten, links, rechts</translation>
    </message>
    <message>
        <source>Side above the root</source>
        <translation>Seite über der Wurzel</translation>
    </message>
    <message>
        <source>Side below the root</source>
        <translation>Seite unter der Wurzel</translation>
    </message>
    <message>
        <source>Side left of the root</source>
        <translation>Seite links der Wurzel</translation>
    </message>
    <message>
        <source>Side right of the root</source>
        <translation>Seite rechts der Wurzel</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>Root, the other way round</source>
        <translation>Wurzel, andersherum</translation>
    </message>
    <message>
        <source>No fat seen</source>
        <translation>Kein Fett zu sehen</translation>
    </message>
    <message>
        <source>What narrows the foramen …</source>
        <translation>Was das Neuroforamen einengt …</translation>
    </message>
    <message>
        <source>Cause …</source>
        <translation>Ursache …</translation>
    </message>
    <message>
        <source>Contact with the root …</source>
        <translation>Kontakt zur Nervenwurzel …</translation>
    </message>
    <message>
        <source>Image quality …</source>
        <translation>Bildqualität …</translation>
    </message>
    <message>
        <source>Slip …</source>
        <translation>Gleiten …</translation>
    </message>
    <message>
        <source>finding, cause, contact, quality, slip</source>
        <translation>Befund, Ursache, Kontakt, Bildqualität, Gleiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>undo, redo</source>
        <translation>rückgängig, wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Fold panels away</source>
        <translation>&amp;Leisten einklappen</translation>
    </message>
    <message>
        <source>&amp;Light or dark</source>
        <translation>&amp;Hell oder dunkel</translation>
    </message>
    <message>
        <source>&amp;All commands by name …</source>
        <translation>&amp;Alle Befehle nach Namen …</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Settings …</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>Change &amp;keys …</source>
        <translation>&amp;Tasten ändern …</translation>
    </message>
    <message>
        <source>&amp;About Foragrade</source>
        <translation>&amp;Über Foragrade</translation>
    </message>
    <message>
        <source>&amp;Log …</source>
        <translation>&amp;Protokoll …</translation>
    </message>
    <message>
        <source>fit, this pane alone and back</source>
        <translation>einpassen, dieses Bildfeld allein und zurück</translation>
    </message>
    <message>
        <source>full range and the file&apos;s, next preset</source>
        <translation>voller Bereich und der der Datei, nächste Vorgabe</translation>
    </message>
    <message>
        <source>smooth pixels, inverted, texts</source>
        <translation>glätten, invertieren, Texte</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>This pane alone, or all</source>
        <translation>Dieses Bildfeld allein oder alle</translation>
    </message>
    <message>
        <source>Window: full range and the file&apos;s</source>
        <translation>Fensterung: voller Bereich und die der Datei</translation>
    </message>
    <message>
        <source>Next window preset</source>
        <translation>Nächste Fenstervorgabe</translation>
    </message>
    <message>
        <source>Smooth pixels</source>
        <translation>Bildpunkte glätten</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>Invertiert</translation>
    </message>
    <message>
        <source>Texts on the images</source>
        <translation>Texte auf den Bildern</translation>
    </message>
    <message>
        <source>layouts</source>
        <translation>Anordnungen</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Keep the largest island</source>
        <translation>Größte Insel behalten</translation>
    </message>
    <message>
        <source>Remove small islands</source>
        <translation>Kleine Inseln entfernen</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>Löcher füllen</translation>
    </message>
    <message>
        <source>Interpolate between slices</source>
        <translation>Zwischen Schichten interpolieren</translation>
    </message>
    <message>
        <source>Edit on every marked slice</source>
        <translation>Auf jeder markierten Schicht bearbeiten</translation>
    </message>
    <message>
        <source>Edit marks …</source>
        <translation>Markierungen bearbeiten …</translation>
    </message>
    <message>
        <source>Copy from the slice before</source>
        <translation>Von der Schicht davor kopieren</translation>
    </message>
    <message>
        <source>Copy from the slice after</source>
        <translation>Von der Schicht danach kopieren</translation>
    </message>
    <message>
        <source>Keep what the slice before has too</source>
        <translation>Behalten, was auch die Schicht davor hat</translation>
    </message>
    <message>
        <source>Keep what the slice after has too</source>
        <translation>Behalten, was auch die Schicht danach hat</translation>
    </message>
    <message>
        <source>Take away what the slice before has</source>
        <translation>Wegnehmen, was die Schicht davor hat</translation>
    </message>
    <message>
        <source>Take away what the slice after has</source>
        <translation>Wegnehmen, was die Schicht danach hat</translation>
    </message>
    <message>
        <source>copy from the slice before, after</source>
        <translation>von der Schicht davor, danach kopieren</translation>
    </message>
    <message>
        <source>Take over the nerve root</source>
        <translation>Nervenwurzel übernehmen</translation>
    </message>
    <message>
        <source>Take over the fat</source>
        <translation>Fett übernehmen</translation>
    </message>
    <message>
        <source>Take over the foramen</source>
        <translation>Neuroforamen übernehmen</translation>
    </message>
    <message>
        <source>Copy marks of the sagittal T1 here</source>
        <translation>Markierungen der sagittalen T1 hierher kopieren</translation>
    </message>
    <message>
        <source>Copy marks of the sagittal T2 here</source>
        <translation>Markierungen der sagittalen T2 hierher kopieren</translation>
    </message>
    <message>
        <source>Copy marks of the axial images here</source>
        <translation>Markierungen der axialen Bilder hierher kopieren</translation>
    </message>
    <message>
        <source>copy marks of T1, T2, axial</source>
        <translation>Markierungen von T1, T2, axial kopieren</translation>
    </message>
    <message>
        <source>Lines only</source>
        <translation>Nur Linien</translation>
    </message>
    <message>
        <source>marks&apos; fill weaker, stronger</source>
        <translation>Füllung der Markierungen schwächer, stärker</translation>
    </message>
    <message>
        <source>Marks&apos; fill weaker</source>
        <translation>Füllung der Markierungen schwächer</translation>
    </message>
    <message>
        <source>Marks&apos; fill stronger</source>
        <translation>Füllung der Markierungen stärker</translation>
    </message>
    <message>
        <source>Open &amp;files or DICOMDIR …</source>
        <translation>Da&amp;teien oder DICOMDIR öffnen …</translation>
    </message>
    <message>
        <source>nerve root, fat, foramen</source>
        <translation>Nervenwurzel, Fett, Neuroforamen</translation>
    </message>
    <message>
        <source>Nerve root</source>
        <translation>Nervenwurzel</translation>
    </message>
    <message>
        <source>Fat</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Foramen</source>
        <translation>Neuroforamen</translation>
    </message>
    <message>
        <source>look, brush, polygon, freehand</source>
        <translation>ansehen, Pinsel, Polygon, Freihand</translation>
    </message>
    <message>
        <source>root, foramen from a click</source>
        <translation>Wurzel, Neuroforamen mit einem Klick</translation>
    </message>
    <message>
        <source>fat around root, root on next slice</source>
        <translation>Fett um Wurzel, Wurzel auf nächster Schicht</translation>
    </message>
    <message>
        <source>livewire, sphere, threshold</source>
        <translation>Livewire, Kugel, Schwelle</translation>
    </message>
    <message>
        <source>measure a distance, an angle</source>
        <translation>Strecke, Winkel messen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Freehand</source>
        <translation>Freihand</translation>
    </message>
    <message>
        <source>Root by click</source>
        <translation>Wurzel per Klick</translation>
    </message>
    <message>
        <source>Foramen by click</source>
        <translation>Neuroforamen per Klick</translation>
    </message>
    <message>
        <source>Fat around root</source>
        <translation>Fett um Wurzel</translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation>Nächste Schicht</translation>
    </message>
    <message>
        <source>Livewire</source>
        <translation>Livewire</translation>
    </message>
    <message>
        <source>Sphere brush</source>
        <translation>Kugelpinsel</translation>
    </message>
    <message>
        <source>Threshold brush</source>
        <translation>Schwellenpinsel</translation>
    </message>
    <message>
        <source>Fill what looks alike</source>
        <translation>Füllen, was gleich aussieht</translation>
    </message>
    <message>
        <source>Name discs</source>
        <translation>Etagen benennen</translation>
    </message>
    <message>
        <source>Measure a distance</source>
        <translation>Strecke messen</translation>
    </message>
    <message>
        <source>Measure an angle</source>
        <translation>Winkel messen</translation>
    </message>
    <message>
        <source>brush smaller, larger</source>
        <translation>Pinsel kleiner, größer</translation>
    </message>
    <message>
        <source>Brush smaller</source>
        <translation>Pinsel kleiner</translation>
    </message>
    <message>
        <source>Brush larger</source>
        <translation>Pinsel größer</translation>
    </message>
    <message>
        <source>Sagittal T1, sagittal T2, axial</source>
        <translation>T1 sagittal, T2 sagittal, axial</translation>
    </message>
    <message>
        <source>One: sagittal</source>
        <translation>Eins: sagittal</translation>
    </message>
    <message>
        <source>Two: sagittal T2, axial</source>
        <translation>Zwei: T2 sagittal, axial</translation>
    </message>
    <message>
        <source>Four</source>
        <translation>Vier</translation>
    </message>
    <message>
        <source>Sagittal pair: T1, T2</source>
        <translation>Sagittales Paar: T1, T2</translation>
    </message>
    <message>
        <source>Sagittal T1, axial</source>
        <translation>T1 sagittal, axial</translation>
    </message>
    <message>
        <source>&amp;Worklist …</source>
        <translation>&amp;Arbeitsliste …</translation>
    </message>
    <message>
        <source>&amp;Report: preview, print …</source>
        <translation>&amp;Befund: Vorschau, Druck …</translation>
    </message>
    <message>
        <source>This slice is the midline</source>
        <translation>Diese Schicht ist die Mittellinie</translation>
    </message>
    <message>
        <source>Readers side by side, for a decision</source>
        <translation>Befunder nebeneinander, für eine Entscheidung</translation>
    </message>
    <message>
        <source>&amp;Next case</source>
        <translation>&amp;Nächster Fall</translation>
    </message>
</context>
<context>
    <name>FetchStudy</name>
    <message>
        <source>Fetching the study</source>
        <translation>Untersuchung holen</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1 –</source>
        <translation>%1 –</translation>
    </message>
    <message>
        <source>%1 lumbar</source>
        <translation>%1 lumbale</translation>
    </message>
    <message>
        <source>%1 thoracic</source>
        <translation>%1 thorakale</translation>
    </message>
    <message>
        <source>S1 lumbarised</source>
        <translation>S1 lumbalisiert</translation>
    </message>
    <message>
        <source>L5 sacralised</source>
        <translation>L5 sakralisiert</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>look</source>
        <translation>ansehen</translation>
    </message>
    <message>
        <source>brush %1 mm · %2</source>
        <translation>Pinsel %1 mm · %2</translation>
    </message>
    <message>
        <source>polygon · %1 · Enter closes</source>
        <translation>Polygon · %1 · Eingabe schließt</translation>
    </message>
    <message>
        <source>freehand · %1</source>
        <translation>Freihand · %1</translation>
    </message>
    <message>
        <source>root and fat from a click</source>
        <translation>Wurzel und Fett mit einem Klick</translation>
    </message>
    <message>
        <source>fat around the marked root · click or S proposes</source>
        <translation>Fett um die markierte Wurzel · Klick oder S schlägt vor</translation>
    </message>
    <message>
        <source>root on the next slice · click or D proposes</source>
        <translation>Wurzel auf der nächsten Schicht · Klick oder D schlägt vor</translation>
    </message>
    <message>
        <source>name discs · Ctrl and click takes a name back</source>
        <translation>Bandscheiben benennen · Strg und Klick nimmt einen Namen zurück</translation>
    </message>
    <message>
        <source>distance · drag · Delete takes the last away</source>
        <translation>Strecke · ziehen · Entf nimmt die letzte weg</translation>
    </message>
    <message>
        <source>angle · three clicks · Delete takes the last away</source>
        <translation>Winkel · drei Klicks · Entf nimmt den letzten weg</translation>
    </message>
    <message>
        <source>sphere brush %1 mm · %2</source>
        <translation>Kugelpinsel %1 mm · %2</translation>
    </message>
    <message>
        <source>threshold brush · %1 · marks what looks like its first place</source>
        <translation>Schwellenpinsel · %1 · markiert, was aussieht wie die erste Stelle</translation>
    </message>
    <message>
        <source>livewire · %1 · Enter closes</source>
        <translation>Livewire · %1 · Eingabe schließt</translation>
    </message>
    <message>
        <source>root, fat and foramen from a click</source>
        <translation>Wurzel, Fett und Neuroforamen mit einem Klick</translation>
    </message>
    <message>
        <source>This plane is cut from another stack; marks belong on that stack&apos;s own slices.</source>
        <translation>Diese Ebene ist aus einem anderen Stapel rekonstruiert; markiert wird auf dessen eigenen Schichten.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>The slices of this stack make no even grid; it can be looked at, not marked.</source>
        <translation>Die Schichten dieses Stapels bilden kein gleichmäßiges Gitter; er kann angesehen, aber nicht markiert werden.</translation>
    </message>
    <message>
        <source>The series lacks this slice; the picture is made from its neighbours and can&apos;t be marked.</source>
        <translation>Diese Schicht fehlt in der Serie; das Bild ist aus den Nachbarschichten gemittelt und kann nicht markiert werden.</translation>
    </message>
    <message>
        <source>This is %1, you are on %2.</source>
        <translation>Das ist %1, Sie sind bei %2.</translation>
    </message>
    <message>
        <source>Move to %1</source>
        <translation>Nach %1 verschieben</translation>
    </message>
    <message>
        <source>Keep here</source>
        <translation>Hier lassen</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>This series has no frame of reference, so a name here would hold for no other image.</source>
        <translation>Diese Serie hat kein Bezugssystem, ein Name gälte hier für kein anderes Bild.</translation>
    </message>
    <message>
        <source>This disc is</source>
        <translation>Diese Bandscheibe ist</translation>
    </message>
    <message>
        <source>%1 is rather (names, marks and grades move along)</source>
        <translation>%1 ist eher (Namen, Markierungen und Grade wandern mit)</translation>
    </message>
    <message>
        <source>Take the name back</source>
        <translation>Namen zurücknehmen</translation>
    </message>
    <message>
        <source>click: %1</source>
        <translation>Klick: %1</translation>
    </message>
    <message>
        <source>click a disc to name it</source>
        <translation>zum Benennen eine Bandscheibe anklicken</translation>
    </message>
    <message>
        <source>Enter takes it · Esc drops it</source>
        <translation>Eingabe übernimmt · Esc verwirft</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>grade %1, what was measured admits %2</source>
        <translation>Grad %1, die Messung lässt %2 zu</translation>
    </message>
    <message>
        <source>grade %1, your findings admit %2</source>
        <translation>Grad %1, Ihre Befunde lassen %2 zu</translation>
    </message>
    <message>
        <source>root without fat, and not said that none is seen</source>
        <translation>Wurzel ohne Fett, und nicht angegeben, dass keines zu sehen ist</translation>
    </message>
    <message>
        <source>grade without findings or marks</source>
        <translation>Grad ohne Befunde oder Markierungen</translation>
    </message>
    <message>
        <source>the protocol asks for a grade</source>
        <translation>das Protokoll verlangt einen Grad</translation>
    </message>
    <message>
        <source>the protocol asks for marks of the %1</source>
        <translation>das Protokoll verlangt Markierungen: %1</translation>
    </message>
    <message>
        <source>fill · %1 · what looks alike within %2 mm of the click</source>
        <translation>füllen · %1 · was im Umkreis von %2 mm um den Klick gleich aussieht</translation>
    </message>
    <message>
        <source>%1: nothing here to change</source>
        <translation>%1: hier ist nichts zu ändern</translation>
    </message>
    <message>
        <source>No reading is open</source>
        <translation>Keine Befundung geöffnet</translation>
    </message>
    <message>
        <source>That is the structure in hand; choose the one that is to take it over</source>
        <translation>Das ist die gewählte Struktur; die wählen, die sie übernehmen soll</translation>
    </message>
    <message>
        <source>There is no slice beyond this one</source>
        <translation>Jenseits dieser Schicht ist keine mehr</translation>
    </message>
    <message>
        <source>%1 has no marks on %2</source>
        <translation>%1 hat keine Markierungen auf %2</translation>
    </message>
    <message>
        <source>%1 has another frame of reference: where its marks lie here isn&apos;t known</source>
        <translation>%1 hat ein anderes Bezugssystem: wo die Markierungen hier liegen, ist nicht bekannt</translation>
    </message>
    <message>
        <source>the decision needs its reason</source>
        <translation>die Entscheidung braucht ihre Begründung</translation>
    </message>
</context>
<context>
    <name>ReadersMarks</name>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>aufgehoben</translation>
    </message>
    <message>
        <source>not assessable</source>
        <translation>nicht beurteilbar</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht befundet</translation>
    </message>
    <message>
        <source>grade %1</source>
        <translation>Grad %1</translation>
    </message>
    <message>
        <source>not gradable</source>
        <translation>nicht graduierbar</translation>
    </message>
    <message>
        <source>not graded</source>
        <translation>nicht graduiert</translation>
    </message>
    <message>
        <source>root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>deformed</source>
        <translation>verformt</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>kollabiert</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>%1 and %2</source>
        <comment>the last two of a list</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>above</source>
        <translation>kranial</translation>
    </message>
    <message>
        <source>below</source>
        <translation>kaudal</translation>
    </message>
    <message>
        <source>in front</source>
        <translation>ventral</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>dorsal</translation>
    </message>
    <message>
        <source>no direction affected</source>
        <translation>keine Richtung betroffen</translation>
    </message>
    <message>
        <source>part of one direction</source>
        <translation>Teil einer Richtung</translation>
    </message>
    <message>
        <source>the whole vertical direction</source>
        <translation>die ganze vertikale Richtung</translation>
    </message>
    <message>
        <source>the whole transverse direction</source>
        <translation>die ganze transversale Richtung</translation>
    </message>
    <message>
        <source>part of both directions</source>
        <translation>Teil beider Richtungen</translation>
    </message>
    <message>
        <source>one whole direction and part of the other</source>
        <translation>eine ganze Richtung und Teil der anderen</translation>
    </message>
    <message>
        <source>both directions</source>
        <translation>beide Richtungen</translation>
    </message>
    <message>
        <source>lost on all four sides</source>
        <translation>an allen vier Seiten aufgehoben</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>aufgehoben %1</translation>
    </message>
    <message>
        <source>kept on all four sides</source>
        <translation>an allen vier Seiten erhalten</translation>
    </message>
    <message>
        <source>kept %1</source>
        <translation>erhalten %1</translation>
    </message>
    <message>
        <source>not assessable on any side</source>
        <translation>an keiner Seite beurteilbar</translation>
    </message>
    <message>
        <source>not assessable %1</source>
        <translation>nicht beurteilbar %1</translation>
    </message>
    <message>
        <source>not recorded on any side</source>
        <translation>an keiner Seite angegeben</translation>
    </message>
    <message>
        <source>not recorded %1</source>
        <translation>nicht angegeben %1</translation>
    </message>
    <message>
        <source>fat %1</source>
        <translation>Fett %1</translation>
    </message>
    <message>
        <source>root not recorded: normal and deformed admitted</source>
        <translation>Wurzel nicht angegeben: normal und verformt zugelassen</translation>
    </message>
    <message>
        <source>root normal in shape</source>
        <translation>Wurzel normal geformt</translation>
    </message>
    <message>
        <source>root deformed</source>
        <translation>Wurzel verformt</translation>
    </message>
    <message>
        <source>root collapsed</source>
        <translation>Wurzel kollabiert</translation>
    </message>
    <message>
        <source>root shape not assessable: normal and deformed admitted</source>
        <translation>Wurzelform nicht beurteilbar: normal und verformt zugelassen</translation>
    </message>
    <message>
        <source>flattened</source>
        <translation>abgeflacht</translation>
    </message>
    <message>
        <source>indented</source>
        <translation>eingedellt</translation>
    </message>
    <message>
        <source>smaller than its reference</source>
        <translation>kleiner als die Vergleichswurzel</translation>
    </message>
    <message>
        <source>larger than its reference</source>
        <translation>größer als die Vergleichswurzel</translation>
    </message>
    <message>
        <source>root %1: deformed is suggested</source>
        <translation>Wurzel %1: als verformt vorgeschlagen</translation>
    </message>
    <message>
        <source>root %1: too few signs to suggest deformed</source>
        <translation>Wurzel %1: zu wenige Zeichen für „verformt“</translation>
    </message>
    <message>
        <source>fat not annotated: no fat is marked and it wasn&apos;t recorded that none was seen</source>
        <translation>Fett nicht annotiert: keins ist markiert, und es ist nicht vermerkt, dass keins zu sehen war</translation>
    </message>
    <message>
        <source>fat equivocal on the %1 side (%2 % covered): either state admitted</source>
        <translation>Fett %1 fraglich (%2 % bedeckt): beides zugelassen</translation>
    </message>
    <message>
        <source>%1 side not assessable: it leaves the image; either state admitted</source>
        <translation>%1 nicht beurteilbar, da außerhalb des Bildes: beides zugelassen</translation>
    </message>
    <message>
        <source>only %1 pixels of root are marked, too few to judge its shape</source>
        <translation>nur %1 Pixel der Wurzel markiert, zu wenige für die Form</translation>
    </message>
    <message>
        <source>the reader confirmed that no fat was seen</source>
        <translation>bestätigt, dass kein Fett zu sehen war</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>screen: there is none (neither DISPLAY nor WAYLAND_DISPLAY is set); start from a desktop session, or use foragrade-cli</source>
        <translation>Bildschirm: keiner da (weder DISPLAY noch WAYLAND_DISPLAY ist gesetzt); aus einer Desktop-Sitzung starten oder foragrade-cli verwenden</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>As the scanner set it</source>
        <translation>Wie vom Scanner vorgegeben</translation>
    </message>
    <message>
        <source>Fitted to the tissue</source>
        <translation>Dem Gewebe angepasst</translation>
    </message>
    <message>
        <source>The image&apos;s full range</source>
        <translation>Voller Wertebereich des Bildes</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>Mehr Kontrast</translation>
    </message>
    <message>
        <source>Bright tissue: fat on T1</source>
        <translation>Helles Gewebe: Fett in T1</translation>
    </message>
    <message>
        <source>Dark tissue: root, ligament</source>
        <translation>Dunkles Gewebe: Wurzel, Band</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>nerve root</source>
        <translation>Nervenwurzel</translation>
    </message>
    <message>
        <source>perineural fat</source>
        <translation>perineurales Fett</translation>
    </message>
    <message>
        <source>foramen outline</source>
        <translation>Umriss des Neuroforamens</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>sagittal</translation>
    </message>
    <message>
        <source>axial</source>
        <translation>axial</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>koronal</translation>
    </message>
    <message>
        <source>localizer</source>
        <translation>Localizer</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>superior</source>
        <translation>kranial</translation>
    </message>
    <message>
        <source>inferior</source>
        <translation>kaudal</translation>
    </message>
    <message>
        <source>anterior</source>
        <translation>ventral</translation>
    </message>
    <message>
        <source>posterior</source>
        <translation>dorsal</translation>
    </message>
    <message>
        <source>preserved</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>aufgehoben</translation>
    </message>
    <message>
        <source>equivocal</source>
        <translation>fraglich</translation>
    </message>
    <message>
        <source>notAssessable</source>
        <translation>nicht beurteilbar</translation>
    </message>
    <message>
        <source>no narrowing</source>
        <translation>keine Einengung</translation>
    </message>
    <message>
        <source>mild</source>
        <translation>geringgradig</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>mittelgradig</translation>
    </message>
    <message>
        <source>severe</source>
        <translation>hochgradig</translation>
    </message>
    <message>
        <source>Fat preserved on all four sides of the root</source>
        <translation>Fett an allen vier Seiten der Wurzel erhalten</translation>
    </message>
    <message>
        <source>Partial loss of perineural fat in one direction</source>
        <translation>Perineurales Fett in einer Richtung teilweise aufgehoben</translation>
    </message>
    <message>
        <source>Fat obliterated in both vertical and transverse directions without nerve deformation</source>
        <translation>Fett in vertikaler und transversaler Richtung aufgehoben, Nervenwurzel nicht verformt</translation>
    </message>
    <message>
        <source>Nerve root collapse or visible morphologic change</source>
        <translation>Nervenwurzel kollabiert oder sichtbar verformt</translation>
    </message>
    <message>
        <source>no contact</source>
        <translation>kein Kontakt</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>Verlagerung</translation>
    </message>
    <message>
        <source>compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>low</source>
        <translation>gering</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>disc bulge</source>
        <translation>Bandscheibenvorwölbung</translation>
    </message>
    <message>
        <source>disc protrusion</source>
        <translation>Bandscheibenprotrusion</translation>
    </message>
    <message>
        <source>disc extrusion</source>
        <translation>Bandscheibenextrusion</translation>
    </message>
    <message>
        <source>facet hypertrophy</source>
        <translation>Facettenhypertrophie</translation>
    </message>
    <message>
        <source>ligamentum flavum thickening</source>
        <translation>Verdickung des Ligamentum flavum</translation>
    </message>
    <message>
        <source>osteophyte</source>
        <translation>Osteophyt</translation>
    </message>
    <message>
        <source>spondylolisthesis</source>
        <translation>Spondylolisthesis</translation>
    </message>
    <message>
        <source>disc height loss</source>
        <translation>Höhenminderung der Bandscheibe</translation>
    </message>
    <message>
        <source>synovial cyst</source>
        <translation>Synovialzyste</translation>
    </message>
    <message>
        <source>scar</source>
        <translation>Narbe</translation>
    </message>
    <message>
        <source>hardware</source>
        <translation>Implantat</translation>
    </message>
    <message>
        <source>tumour</source>
        <translation>Tumor</translation>
    </message>
    <message>
        <source>fracture</source>
        <translation>Fraktur</translation>
    </message>
    <message>
        <source>degenerative</source>
        <translation>degenerativ</translation>
    </message>
    <message>
        <source>osteophytic</source>
        <translation>osteophytär</translation>
    </message>
    <message>
        <source>traumatic</source>
        <translation>traumatisch</translation>
    </message>
    <message>
        <source>post-surgical</source>
        <translation>postoperativ</translation>
    </message>
    <message>
        <source>inflammatory or metabolic</source>
        <translation>entzündlich oder metabolisch</translation>
    </message>
    <message>
        <source>congenital</source>
        <translation>angeboren</translation>
    </message>
    <message>
        <source>neoplastic</source>
        <translation>neoplastisch</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Grade %1 (%2)</source>
        <translation>Grad %1 (%2)</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Gwet&apos;s coefficient [95 %]</source>
        <translation>Gwet-Koeffizient [95 %]</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <source>not marked by two</source>
        <translation>nicht von zweien markiert</translation>
    </message>
    <message>
        <source>foramen</source>
        <translation>Neuroforamen</translation>
    </message>
</context>
<context>
    <name>foragrade::AboutBox</name>
    <message>
        <source>About Foragrade</source>
        <translation>Über Foragrade</translation>
    </message>
    <message>
        <source>Foragrade %1 grades neural foraminal narrowing on spine MRI.
For research and labelling. It is no medical device: no diagnosis rests on it alone.</source>
        <translation>Foragrade %1 graduiert Einengungen der Neuroforamina in der Wirbelsäulen-MRT.
Für Forschung und Annotation. Kein Medizinprodukt: keine Diagnose beruht darauf allein.</translation>
    </message>
    <message>
        <source>Licence: Apache License 2.0. The libraries it stands on keep their own: Qt LGPL 3, VTK and DCMTK BSD, ITK Apache 2.0.</source>
        <translation>Lizenz: Apache License 2.0. Die verwendeten Bibliotheken behalten ihre eigene: Qt LGPL 3, VTK und DCMTK BSD, ITK Apache 2.0.</translation>
    </message>
</context>
<context>
    <name>foragrade::AgreementDialog</name>
    <message>
        <source>Export CSV, SVG, PNG …</source>
        <translation>CSV, SVG, PNG exportieren …</translation>
    </message>
    <message>
        <source>Agreement in %1</source>
        <translation>Übereinstimmung in %1</translation>
    </message>
    <message>
        <source>Agreement by level and side</source>
        <translation>Übereinstimmung nach Etage und Seite</translation>
    </message>
    <message>
        <source>Pair of readers</source>
        <translation>Befunderpaar</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>%1 readers, %2 foramina, first readings only</source>
        <translation>%1 Befunder, %2 Neuroforamina, nur Erstbefundungen</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Foramina</source>
        <translation>Neuroforamina</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Same grade</source>
        <translation>Gleicher Grad</translation>
    </message>
    <message>
        <source>Gwet AC2</source>
        <translation>Gwet AC2</translation>
    </message>
    <message>
        <source>Fleiss κ</source>
        <translation>Fleiss κ</translation>
    </message>
    <message>
        <source>α ordinal</source>
        <translation>α ordinal</translation>
    </message>
    <message>
        <source>All foramina</source>
        <translation>Alle Foramina</translation>
    </message>
    <message>
        <source>Export tables and figures into a folder</source>
        <translation>Tabellen und Abbildungen in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Exportiert nach %1.</translation>
    </message>
    <message>
        <source>no foramen</source>
        <translation>kein Foramen</translation>
    </message>
    <message>
        <source>Agreement of each level and side with its 95 % interval</source>
        <translation>Übereinstimmung je Etage und Seite mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>How often the readers&apos; marks overlap how well</source>
        <translation>Wie oft sich die Markierungen wie gut decken</translation>
    </message>
    <message>
        <source>Grades by %1 in rows and by %2 in columns</source>
        <translation>Grade von %1 in Zeilen, von %2 in Spalten</translation>
    </message>
</context>
<context>
    <name>foragrade::Banner</name>
    <message>
        <source>Put away</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>foragrade::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What is to be done? A few letters find it</source>
        <translation>Was soll geschehen? Ein paar Buchstaben genügen</translation>
    </message>
</context>
<context>
    <name>foragrade::EditMarksMenu</name>
    <message>
        <source>Grow and shrink by</source>
        <translation>Vergrößern und verkleinern um</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>An island is small below</source>
        <translation>Eine Insel ist klein unter</translation>
    </message>
    <message>
        <source> mm²</source>
        <translation> mm²</translation>
    </message>
    <message>
        <source>With the slice before</source>
        <translation>Mit der Schicht davor</translation>
    </message>
    <message>
        <source>With the slice after</source>
        <translation>Mit der Schicht danach</translation>
    </message>
    <message>
        <source>With another structure</source>
        <translation>Mit einer anderen Struktur</translation>
    </message>
    <message>
        <source>Copy to this pane</source>
        <translation>In dieses Bildfeld kopieren</translation>
    </message>
</context>
<context>
    <name>foragrade::EvidencePanel</name>
    <message>
        <source>superior</source>
        <translation>kranial</translation>
    </message>
    <message>
        <source>inferior</source>
        <translation>kaudal</translation>
    </message>
    <message>
        <source>anterior</source>
        <translation>ventral</translation>
    </message>
    <message>
        <source>posterior</source>
        <translation>dorsal</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>aufgehoben</translation>
    </message>
    <message>
        <source>not assessable</source>
        <translation>nicht beurteilbar</translation>
    </message>
    <message>
        <source>flattened</source>
        <translation>abgeflacht</translation>
    </message>
    <message>
        <source>indented</source>
        <translation>eingedellt</translation>
    </message>
    <message>
        <source>shrunken</source>
        <translation>verschmälert</translation>
    </message>
    <message>
        <source>swollen</source>
        <translation>aufgetrieben</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 %2, fat at %3</source>
        <translation>%1 %2, Fett an %3</translation>
    </message>
    <message>
        <source>%1: area × %2, roundness × %3</source>
        <translation>%1: Fläche × %2, Rundheit × %3</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>Was gemessen wurde</translation>
    </message>
    <message>
        <source>Hidden until you grade</source>
        <translation>Verborgen, bis Sie graduieren</translation>
    </message>
    <message>
        <source>This project asks you to judge first. What was measured shows once the foramen is graded.</source>
        <translation>Dieses Projekt verlangt zuerst Ihr Urteil. Die Messung erscheint, sobald das Neuroforamen graduiert ist.</translation>
    </message>
    <message>
        <source>What was measured shows once the foramen is graded (Settings).</source>
        <translation>Die Messung erscheint, sobald das Neuroforamen graduiert ist (Einstellungen).</translation>
    </message>
    <message>
        <source>Mark the root to measure</source>
        <translation>Zum Messen die Wurzel markieren</translation>
    </message>
    <message>
        <source>Measured:</source>
        <translation>Gemessen:</translation>
    </message>
    <message>
        <source>From your findings:</source>
        <translation>Aus Ihren Befunden:</translation>
    </message>
    <message>
        <source>%1 admits &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>%1 lässt &lt;b&gt;%2&lt;/b&gt; zu</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>root %1 mm², roundness %2</source>
        <translation>Wurzel %1 mm², Rundheit %2</translation>
    </message>
    <message>
        <source>to the other side</source>
        <translation>zur Gegenseite</translation>
    </message>
    <message>
        <source>to the neighbours</source>
        <translation>zu den Nachbarn</translation>
    </message>
    <message>
        <source>fat %1 mm²</source>
        <translation>Fett %1 mm²</translation>
    </message>
</context>
<context>
    <name>foragrade::FatRoseView</name>
    <message>
        <source>Fat rose</source>
        <translation>Fettrose</translation>
    </message>
</context>
<context>
    <name>foragrade::ForamenForm</name>
    <message>
        <source>Time on this foramen; kept with its findings</source>
        <translation>Zeit an diesem Neuroforamen; wird mit den Befunden gespeichert</translation>
    </message>
    <message>
        <source>No fat seen</source>
        <translation>Kein Fett zu sehen</translation>
    </message>
    <message>
        <source>Fat was looked for on the marked slice and none is there</source>
        <translation>Auf der markierten Schicht wurde Fett gesucht, es ist keines da</translation>
    </message>
    <message>
        <source>not gradable</source>
        <translation>nicht graduierbar</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>eingeschränkt</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>+ finding</source>
        <translation>+ Befund</translation>
    </message>
    <message>
        <source>+ cause</source>
        <translation>+ Ursache</translation>
    </message>
    <message>
        <source>Meyerding %1</source>
        <translation>Meyerding %1</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>slip</source>
        <translation>Gleiten</translation>
    </message>
    <message>
        <source>image quality</source>
        <translation>Bildqualität</translation>
    </message>
    <message>
        <source>cause: %1</source>
        <translation>Ursache: %1</translation>
    </message>
    <message>
        <source>no findings, no cause said</source>
        <translation>keine Befunde, keine Ursache angegeben</translation>
    </message>
    <message>
        <source> · and %1 more</source>
        <translation> · und %1 weitere</translation>
    </message>
    <message>
        <source>No study open</source>
        <translation>Keine Studie geöffnet</translation>
    </message>
    <message>
        <source>nerve root %1</source>
        <translation>Nervenwurzel %1</translation>
    </message>
    <message>
        <source>sure %1</source>
        <translation>sicher %1</translation>
    </message>
    <message>
        <source>Reason, e.g. metal, motion, not in the images</source>
        <translation>Begründung, z. B. Metall, Bewegung, nicht im Bild</translation>
    </message>
    <message>
        <source>Grade %1 is outside what the findings admit (%2). Signing needs a reason:</source>
        <translation>Grad %1 liegt außerhalb dessen, was die Befunde zulassen (%2). Zum Unterschreiben braucht es eine Begründung:</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Why it can&apos;t be graded:</source>
        <translation>Warum es nicht graduierbar ist:</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Reason for the decision</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Reason needed to sign</source>
        <translation>Begründung nötig</translation>
    </message>
</context>
<context>
    <name>foragrade::ForaminaBoard</name>
    <message>
        <source>Foramina</source>
        <translation>Neuroforamina</translation>
    </message>
</context>
<context>
    <name>foragrade::ForaminaModel</name>
    <message>
        <source>not gradable, %1</source>
        <translation>nicht graduierbar, %1</translation>
    </message>
    <message>
        <source>not graded</source>
        <translation>nicht graduiert</translation>
    </message>
    <message>
        <source> — contradicts the findings; give a reason or change one of them</source>
        <translation> – widerspricht den Befunden; begründen oder eines von beiden ändern</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>%1 of %2 graded</source>
        <translation>%1 von %2 graduiert</translation>
    </message>
    <message>
        <source>1 contradiction</source>
        <translation>1 Widerspruch</translation>
    </message>
    <message>
        <source>%1 contradictions</source>
        <translation>%1 Widersprüche</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>unterschrieben</translation>
    </message>
</context>
<context>
    <name>foragrade::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>HISTORY</source>
        <translation>VERLAUF</translation>
    </message>
    <message>
        <source>Put the history away</source>
        <translation>Verlauf schließen</translation>
    </message>
    <message>
        <source>Steps of the reading</source>
        <translation>Schritte der Befundung</translation>
    </message>
    <message>
        <source>No reading is open</source>
        <translation>Keine Befundung geöffnet</translation>
    </message>
    <message>
        <source>Nothing was done since it was opened</source>
        <translation>Seit dem Öffnen wurde nichts getan</translation>
    </message>
    <message>
        <source>A click goes there</source>
        <translation>Ein Klick geht dorthin</translation>
    </message>
    <message>
        <source>Taken back; a click brings it again</source>
        <translation>Zurückgenommen; ein Klick holt es wieder</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>Wie geöffnet</translation>
    </message>
    <message>
        <source>Of an earlier sitting: only to be read</source>
        <translation>Aus einer früheren Sitzung: nur zu lesen</translation>
    </message>
</context>
<context>
    <name>foragrade::KeyOverlay</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>foragrade::KeySettings</name>
    <message>
        <source>A few letters of a command</source>
        <translation>Ein paar Buchstaben eines Befehls</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Press the new key here</source>
        <translation>Hier die neue Taste drücken</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>All as delivered</source>
        <translation>Alle wie ausgeliefert</translation>
    </message>
    <message>
        <source>Choose a command first.</source>
        <translation>Zuerst einen Befehl wählen.</translation>
    </message>
    <message>
        <source>%1 has a fixed meaning in the images.</source>
        <translation>%1 hat in den Bildern eine feste Bedeutung.</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”.</source>
        <translation>%1 ist die Taste von „%2“.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Gespeichert.</translation>
    </message>
</context>
<context>
    <name>foragrade::MainWindow</name>
    <message>
        <source>Foragrade</source>
        <translation>Foragrade</translation>
    </message>
    <message>
        <source>reader: %1</source>
        <translation>Befunder: %1</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>L&amp;ayout</source>
        <translation>&amp;Anordnung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Reading the images&apos; headers …</source>
        <translation>Kopfdaten der Bilder werden gelesen …</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>Invertiert</translation>
    </message>
    <message>
        <source>Smooth pixels</source>
        <translation>Bildpunkte glätten</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>All panes</source>
        <translation>Alle Bildfelder</translation>
    </message>
    <message>
        <source>This pane alone</source>
        <translation>Dieses Bildfeld allein</translation>
    </message>
    <message>
        <source>Show here</source>
        <translation>Hier zeigen</translation>
    </message>
    <message>
        <source>, %1 slices</source>
        <translation>, %1 Schichten</translation>
    </message>
    <message>
        <source>%1, cut</source>
        <translation>%1, rekonstruiert</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>Diese &amp;vergessen</translation>
    </message>
    <message>
        <source>Open a study&apos;s folder</source>
        <translation>Ordner einer Studie öffnen</translation>
    </message>
    <message>
        <source>Open a DICOMDIR or a study&apos;s files</source>
        <translation>DICOMDIR oder Dateien einer Studie öffnen</translation>
    </message>
    <message>
        <source>saved ✓ %1</source>
        <translation>gespeichert ✓ %1</translation>
    </message>
    <message>
        <source>saved ✓</source>
        <translation>gespeichert ✓</translation>
    </message>
    <message>
        <source>&amp;Undo “%1”</source>
        <translation>„%1“ &amp;rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo “%1”</source>
        <translation>„%1“ &amp;wiederholen</translation>
    </message>
    <message>
        <source>Revise</source>
        <translation>Überarbeiten</translation>
    </message>
    <message>
        <source>reader: %1 · signed</source>
        <translation>Befunder: %1 · unterschrieben</translation>
    </message>
    <message>
        <source>locked: nothing can be stored</source>
        <translation>gesperrt: es kann nichts gespeichert werden</translation>
    </message>
    <message>
        <source>Export SR, SEG, KOS, JSON, CSV, HTML and PDF into a folder</source>
        <translation>SR, SEG, KOS, JSON, CSV, HTML und PDF in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Exportiert nach %1.</translation>
    </message>
    <message>
        <source>Where readings are kept</source>
        <translation>Wo Befundungen gespeichert werden</translation>
    </message>
    <message>
        <source>Stores (*.db)</source>
        <translation>Speicher (*.db)</translation>
    </message>
    <message>
        <source>NOT SAVED</source>
        <translation>NICHT GESPEICHERT</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t stored yet and would be lost.</source>
        <translation>„%1“ ist noch nicht gespeichert und ginge verloren.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Leave without it</source>
        <translation>Ohne verlassen</translation>
    </message>
    <message>
        <source>Sign the reading, or revise a signed one</source>
        <translation>Befundung unterschreiben oder eine unterschriebene überarbeiten</translation>
    </message>
    <message>
        <source>What narrows the foramen; several</source>
        <translation>Was das Neuroforamen einengt; mehrere</translation>
    </message>
    <message>
        <source>Why it is narrow; several</source>
        <translation>Warum es eng ist; mehrere</translation>
    </message>
    <message>
        <source>Meyerding grade of the spondylolisthesis</source>
        <translation>Meyerding-Grad der Spondylolisthesis</translation>
    </message>
    <message>
        <source>Quality of the images at this foramen</source>
        <translation>Bildqualität an diesem Neuroforamen</translation>
    </message>
    <message>
        <source>What disc or bone does to the root, Pfirrmann 2004</source>
        <translation>Was Bandscheibe oder Knochen mit der Wurzel macht, Pfirrmann 2004</translation>
    </message>
    <message>
        <source>Confidence: low, medium, high</source>
        <translation>Sicherheit: gering, mittel, hoch</translation>
    </message>
    <message>
        <source>Can&apos;t be graded, for a reason</source>
        <translation>Nicht graduierbar, mit Begründung</translation>
    </message>
    <message>
        <source>How the vertebrae are counted</source>
        <translation>Wie die Wirbel gezählt werden</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>No image is open</source>
        <translation>Kein Bild geöffnet</translation>
    </message>
    <message>
        <source>%1 has no marks on another stack of that kind (%2)</source>
        <translation>%1 hat keine Markierungen auf einem anderen Stapel dieser Art (%2)</translation>
    </message>
    <message>
        <source>what was measured is hidden until you grade</source>
        <translation>die Messung ist verborgen, bis Sie graduieren</translation>
    </message>
    <message>
        <source>nothing is measured here; mark the nerve root first</source>
        <translation>hier ist nichts gemessen; zuerst die Nervenwurzel markieren</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>The case&apos;s folder doesn&apos;t hold its study any more; ask who manages the project.</source>
        <translation>Der Ordner des Falls enthält seine Studie nicht mehr; die Projektleitung fragen.</translation>
    </message>
    <message>
        <source>The project hides suggestions, which the report of a draft names; sign the reading first.</source>
        <translation>Das Projekt verbirgt Vorschläge, die der Bericht eines Entwurfs nennt; die Befundung zuerst unterschreiben.</translation>
    </message>
    <message>
        <source>The project hides the patient; DICOM files are its manager&apos;s to export.</source>
        <translation>Das Projekt verbirgt den Patienten; DICOM-Dateien exportiert die Projektleitung.</translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation>Der Befund wird erstellt</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Befund öffnen</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>the midline is a sagittal slice; choose a sagittal pane first</source>
        <translation>die Mittellinie ist eine sagittale Schicht; wählen Sie zuerst ein sagittales Bildfeld</translation>
    </message>
    <message>
        <source>the midline is here; sides and foramina are counted from it</source>
        <translation>die Mittellinie ist hier; Seiten und Neuroforamina zählen von ihr aus</translation>
    </message>
    <message>
        <source>This slice is the midline</source>
        <translation>Diese Schicht ist die Mittellinie</translation>
    </message>
    <message>
        <source>Decision, over the readers&apos; outlines</source>
        <translation>Entscheidung, über den Umrissen der Befunder</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>No other case of %1 is to be read now.</source>
        <translation>In %1 ist jetzt kein anderer Fall zu lesen.</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Nächster Fall</translation>
    </message>
    <message>
        <source>Signed. %1: %2.</source>
        <translation>Unterschrieben. %1: %2.</translation>
    </message>
</context>
<context>
    <name>foragrade::NumberingPanel</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>S1 lumbarised</source>
        <translation>S1 lumbalisiert</translation>
    </message>
    <message>
        <source>L5 sacralised</source>
        <translation>L5 sakralisiert</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>C2</source>
        <translation>C2</translation>
    </message>
    <message>
        <source>ribs of T12</source>
        <translation>Rippen von Th12</translation>
    </message>
    <message>
        <source>iliolumbar ligament</source>
        <translation>Ligamentum iliolumbale</translation>
    </message>
    <message>
        <source>sacrum</source>
        <translation>Sakrum</translation>
    </message>
    <message>
        <source>localizer</source>
        <translation>Localizer</translation>
    </message>
    <message>
        <source>The numbering is unsure</source>
        <translation>Die Zählung ist unsicher</translation>
    </message>
    <message>
        <source>stay, counted from the head</source>
        <translation>bleiben, von kranial gezählt</translation>
    </message>
    <message>
        <source>stay, counted from the sacrum</source>
        <translation>bleiben, vom Sakrum gezählt</translation>
    </message>
    <message>
        <source>move one level up</source>
        <translation>eine Etage nach kranial</translation>
    </message>
    <message>
        <source>move one level down</source>
        <translation>eine Etage nach kaudal</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Lumbar vertebrae</source>
        <translation>Lendenwirbel</translation>
    </message>
    <message>
        <source>Thoracic vertebrae</source>
        <translation>Brustwirbel</translation>
    </message>
    <message>
        <source>Transitional vertebra</source>
        <translation>Übergangswirbel</translation>
    </message>
    <message>
        <source>Castellvi</source>
        <translation>Castellvi</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>Gezählt von</translation>
    </message>
    <message>
        <source>Marks, grades, disc names</source>
        <translation>Markierungen, Grade, Bandscheibennamen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 keeps its name.</source>
        <translation>%1 behält den Namen.</translation>
    </message>
    <message>
        <source>What is %1 now becomes %2; so for all %3 records.</source>
        <translation>Aus %1 wird %2; so bei allen %3 Einträgen.</translation>
    </message>
</context>
<context>
    <name>foragrade::OpenStudy</name>
    <message>
        <source>Reading headers</source>
        <translation>Kopfdaten lesen</translation>
    </message>
    <message>
        <source>Loading was cancelled. A double click here loads it.</source>
        <translation>Das Laden wurde abgebrochen. Ein Doppelklick hier lädt.</translation>
    </message>
    <message>
        <source>%1: holds no readable DICOM images; open a folder with an MRI study</source>
        <translation>%1: enthält keine lesbaren DICOM-Bilder; einen Ordner mit einer MRT-Studie öffnen</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>%1 laden</translation>
    </message>
    <message>
        <source>Cutting %1</source>
        <translation>%1 rekonstruieren</translation>
    </message>
    <message>
        <source>The case&apos;s folder</source>
        <translation>Der Ordner des Falls</translation>
    </message>
    <message>
        <source>A file of the case</source>
        <translation>Eine Datei des Falls</translation>
    </message>
</context>
<context>
    <name>foragrade::PaneGrid</name>
    <message>
        <source>Loading %1 …</source>
        <translation>%1 wird geladen …</translation>
    </message>
    <message>
        <source>cut from another plane: to look at</source>
        <translation>aus anderer Ebene rekonstruiert: nur zum Ansehen</translation>
    </message>
    <message>
        <source>no even grid: to look at only</source>
        <translation>kein gleichmäßiges Gitter: nur zum Ansehen</translation>
    </message>
    <message>
        <source>%1 mm left</source>
        <translation>%1 mm links</translation>
    </message>
    <message>
        <source>%1 mm right</source>
        <translation>%1 mm rechts</translation>
    </message>
    <message>
        <source>midline</source>
        <translation>Mittellinie</translation>
    </message>
    <message>
        <source>slice missing: average of its neighbours</source>
        <translation>Schicht fehlt: Mittel der Nachbarn</translation>
    </message>
    <message>
        <source>%1 stacks</source>
        <translation>%1 Stapel</translation>
    </message>
    <message>
        <source>other frame of reference: not linked</source>
        <translation>anderes Bezugssystem: nicht gekoppelt</translation>
    </message>
    <message>
        <source>not linked with %1: other frame of reference</source>
        <translation>nicht mit %1 gekoppelt: anderes Bezugssystem</translation>
    </message>
</context>
<context>
    <name>foragrade::ReadingDesk</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Signing and revising can&apos;t be taken back; revise the reading instead</source>
        <translation>Unterschreiben und Überarbeiten lassen sich nicht zurücknehmen; stattdessen die Befundung überarbeiten</translation>
    </message>
</context>
<context>
    <name>foragrade::ReasonEdit</name>
    <message>
        <source>marks don&apos;t show it</source>
        <translation>Markierungen zeigen es nicht</translation>
    </message>
    <message>
        <source>partial volume</source>
        <translation>Partialvolumeneffekt</translation>
    </message>
    <message>
        <source>seen on other images</source>
        <translation>auf anderen Bildern zu sehen</translation>
    </message>
    <message>
        <source> · or write</source>
        <translation> · oder schreiben</translation>
    </message>
</context>
<context>
    <name>foragrade::ReportPreview</name>
    <message>
        <source>Report</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Pages of the report</source>
        <translation>Seiten des Befunds</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Ganze Seite</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>Seitenbreite</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Report of a draft</source>
        <translation>Befund eines Entwurfs</translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation>Befund drucken</translation>
    </message>
</context>
<context>
    <name>foragrade::SchemeButton</name>
    <message>
        <source>One&apos;s own, from a file …</source>
        <translation>Eigenes, aus einer Datei …</translation>
    </message>
    <message>
        <source>A grading scheme</source>
        <translation>Ein Graduierungsschema</translation>
    </message>
    <message>
        <source>Grading schemes (*.json)</source>
        <translation>Graduierungsschemata (*.json)</translation>
    </message>
    <message>
        <source>scheme %1</source>
        <translation>Schema %1</translation>
    </message>
    <message>
        <source>The project&apos;s protocol sets it.</source>
        <translation>Das Protokoll des Projekts legt es fest.</translation>
    </message>
</context>
<context>
    <name>foragrade::SeriesModel</name>
    <message>
        <source>cut</source>
        <translation>rekonstruiert</translation>
    </message>
    <message>
        <source>1 slice</source>
        <translation>1 Schicht</translation>
    </message>
    <message>
        <source>%1 slices</source>
        <translation>%1 Schichten</translation>
    </message>
</context>
<context>
    <name>foragrade::SeriesPanel</name>
    <message>
        <source>SERIES</source>
        <translation>SERIEN</translation>
    </message>
    <message>
        <source>Studies in this folder</source>
        <translation>Studien in diesem Ordner</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>Study %1</source>
        <translation>Studie %1</translation>
    </message>
    <message>
        <source>… and %1 more: Help, Log</source>
        <translation>… und %1 weitere: Hilfe, Protokoll</translation>
    </message>
    <message>
        <source>1 note on the files</source>
        <translation>1 Hinweis zu den Dateien</translation>
    </message>
    <message>
        <source>%1 notes on the files</source>
        <translation>%1 Hinweise zu den Dateien</translation>
    </message>
    <message>
        <source>a file of the case</source>
        <translation>eine Datei des Falls</translation>
    </message>
</context>
<context>
    <name>foragrade::SettingsPanel</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Dark, for the reading room</source>
        <translation>Dunkel, für den Befundraum</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Choose another …</source>
        <translation>Andere Wahl …</translation>
    </message>
    <message>
        <source>Show what was measured only once a foramen is graded</source>
        <translation>Messung erst zeigen, wenn ein Neuroforamen graduiert ist</translation>
    </message>
    <message>
        <source>Texts in the images&apos; corners</source>
        <translation>Texte in den Ecken der Bilder</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Befunder</translation>
    </message>
    <message>
        <source>Readings are kept in</source>
        <translation>Befundungen liegen in</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source> mm²</source>
        <translation> mm²</translation>
    </message>
    <message>
        <source>Lines only</source>
        <translation>Nur Linien</translation>
    </message>
    <message>
        <source>Brush, across</source>
        <translation>Pinsel, Durchmesser</translation>
    </message>
    <message>
        <source>Grow and shrink by</source>
        <translation>Vergrößern und verkleinern um</translation>
    </message>
    <message>
        <source>An island is small below</source>
        <translation>Eine Insel ist klein unter</translation>
    </message>
    <message>
        <source>Fill of the marks</source>
        <translation>Füllung der Markierungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As it stands in reports and in the store. Each reader has readings of their own.</source>
        <translation>Wie in Berichten und im Speicher. Jeder Befunder hat eigene Befundungen.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t stand in DICOM as a name; write Family^Given.</source>
        <translation>„%1“ ist als Name in DICOM nicht möglich; Nachname^Vorname schreiben.</translation>
    </message>
</context>
<context>
    <name>foragrade::Sheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>foragrade::SideCross</name>
    <message>
        <source>Superior</source>
        <translation>Kranial</translation>
    </message>
    <message>
        <source>Inferior</source>
        <translation>Kaudal</translation>
    </message>
    <message>
        <source>Anterior</source>
        <translation>Ventral</translation>
    </message>
    <message>
        <source>Posterior</source>
        <translation>Dorsal</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>aufgehoben</translation>
    </message>
    <message>
        <source>not assessable</source>
        <translation>nicht beurteilbar</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>deformed</source>
        <translation>verformt</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>kollabiert</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>as measured
(Enter)</source>
        <translation>wie gemessen
(Eingabe)</translation>
    </message>
    <message>
        <source>Sides and root as the marks show them become the findings; correct what you see otherwise</source>
        <translation>Seiten und Wurzel, wie die Markierungen sie zeigen, werden zu Befunden; korrigieren, was Sie anders sehen</translation>
    </message>
</context>
<context>
    <name>foragrade::SignPanel</name>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
    <message>
        <source>Before signing</source>
        <translation>Vor dem Unterschreiben</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Sign as %1</source>
        <translation>Als %1 unterschreiben</translation>
    </message>
    <message>
        <source>All %1 foramina are graded.</source>
        <translation>Alle %1 Neuroforamina sind graduiert.</translation>
    </message>
    <message>
        <source>%1 of %2 foramina are graded.</source>
        <translation>%1 von %2 Neuroforamina sind graduiert.</translation>
    </message>
    <message>
        <source>There is nothing to sign yet.</source>
        <translation>Es gibt noch nichts zu unterschreiben.</translation>
    </message>
    <message>
        <source>A contradiction needs a reason, or another grade.</source>
        <translation>Ein Widerspruch braucht eine Begründung oder einen anderen Grad.</translation>
    </message>
    <message>
        <source>The project&apos;s protocol asks for more.</source>
        <translation>Das Protokoll des Projekts verlangt mehr.</translation>
    </message>
    <message>
        <source>Signing locks the reading.</source>
        <translation>Die Unterschrift sperrt die Befundung.</translation>
    </message>
    <message>
        <source>Reason for %1</source>
        <translation>Begründung für %1</translation>
    </message>
    <message>
        <source>Missing, %1:</source>
        <translation>Fehlt, %1:</translation>
    </message>
    <message>
        <source>Not graded:</source>
        <translation>Nicht graduiert:</translation>
    </message>
    <message>
        <source>contradicts what was found, with a reason:</source>
        <translation>widerspricht dem Befund, mit Begründung:</translation>
    </message>
</context>
<context>
    <name>foragrade::SliceView</name>
    <message>
        <source>Image pane</source>
        <translation>Bildfeld</translation>
    </message>
    <message>
        <source>Image pane, %1</source>
        <translation>Bildfeld, %1</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>every %1 mm</source>
        <translation>alle %1 mm</translation>
    </message>
    <message>
        <source>W %1  L %2</source>
        <translation>W %1  L %2</translation>
    </message>
    <message>
        <source>  inverted</source>
        <translation>  invertiert</translation>
    </message>
</context>
<context>
    <name>foragrade::StartPage</name>
    <message>
        <source>Drop a study here</source>
        <translation>Studie hier ablegen</translation>
    </message>
    <message>
        <source>A folder, DICOMDIR or files of a spine MRI. Nothing leaves this computer.</source>
        <translation>Ordner, DICOMDIR oder Dateien eines Wirbelsäulen-MRT. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Open folder …</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open files or DICOMDIR …</source>
        <translation>Dateien oder DICOMDIR öffnen …</translation>
    </message>
    <message>
        <source>RECENT</source>
        <translation>ZULETZT</translation>
    </message>
    <message>
        <source>%1
opened %2</source>
        <translation>%1
geöffnet am %2</translation>
    </message>
    <message>
        <source>%1
is no longer there</source>
        <translation>%1
ist nicht mehr da</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Diese vergessen</translation>
    </message>
    <message>
        <source>Worklist …</source>
        <translation>Arbeitsliste …</translation>
    </message>
</context>
<context>
    <name>foragrade::StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>  undo “%1”</source>
        <translation>  „%1“ rückgängig</translation>
    </message>
    <message>
        <source>  keys</source>
        <translation>  Tasten</translation>
    </message>
</context>
<context>
    <name>foragrade::StoreTrouble</name>
    <message>
        <source>The readings can&apos;t be reached</source>
        <translation>Die Befundungen sind nicht erreichbar</translation>
    </message>
    <message>
        <source>Load what is stored</source>
        <translation>Gespeicherten Stand laden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Choose another store …</source>
        <translation>Anderen Speicher wählen …</translation>
    </message>
    <message>
        <source>Keep it in another store …</source>
        <translation>In anderem Speicher sichern …</translation>
    </message>
    <message>
        <source>Look at images only</source>
        <translation>Nur Bilder ansehen</translation>
    </message>
    <message>
        <source>NOT SAVED · %1</source>
        <translation>NICHT GESPEICHERT · %1</translation>
    </message>
    <message>
        <source>Without a store nothing can be marked or graded: every step is kept before it shows.</source>
        <translation>Ohne Speicher kann nichts markiert oder graduiert werden: jeder Schritt wird gespeichert, bevor er zu sehen ist.</translation>
    </message>
    <message>
        <source>Not stored: “%1”. Load what is stored and do it again there, or keep this reading, that step with it, in another store.</source>
        <translation>Nicht gespeichert: „%1“. Den gespeicherten Stand laden und den Schritt dort wiederholen, oder diese Befundung mit ihm in einem anderen Speicher sichern.</translation>
    </message>
    <message>
        <source>Marks and grades are locked until it works again.</source>
        <translation>Markierungen und Grade sind gesperrt, bis es wieder geht.</translation>
    </message>
    <message>
        <source>In hand, not shown: “%1”. It is stored first when the store works again; until then marks and grades are locked.</source>
        <translation>In Arbeit, nicht gezeigt: „%1“. Wird als Erstes gespeichert, sobald der Speicher wieder geht; bis dahin sind Markierungen und Grade gesperrt.</translation>
    </message>
</context>
<context>
    <name>foragrade::ToolPanel</name>
    <message>
        <source>TOOLS</source>
        <translation>WERKZEUGE</translation>
    </message>
    <message>
        <source>STRUCTURE</source>
        <translation>STRUKTUR</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More tools: foramen by click, livewire, sphere, threshold, fill, rulers</source>
        <translation>Weitere Werkzeuge: Neuroforamen per Klick, Livewire, Kugel, Schwelle, Füllen, Messen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit marks: grow, shrink, islands, between slices, copies (%1)</source>
        <translation>Markierungen bearbeiten: vergrößern, verkleinern, Inseln, zwischen Schichten, Kopien (%1)</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Lines only, without fill (%1)</source>
        <translation>Nur Linien, ohne Füllung (%1)</translation>
    </message>
    <message>
        <source>Fill of the marks: %1 %</source>
        <translation>Füllung der Markierungen: %1 %</translation>
    </message>
    <message>
        <source>Fill of the marks</source>
        <translation>Füllung der Markierungen</translation>
    </message>
    <message>
        <source>%1: a ball, on the neighbouring slices too. %2: only what looks like the stroke&apos;s first place.</source>
        <translation>%1: Kugel, auch auf den Nachbarschichten. %2: nur was aussieht wie die erste Stelle des Strichs.</translation>
    </message>
    <message>
        <source>%1: livewire, along edges.</source>
        <translation>%1: Livewire, an Kanten entlang.</translation>
    </message>
    <message>
        <source>%1: the foramen too.</source>
        <translation>%1: auch das Neuroforamen.</translation>
    </message>
    <message>
        <source>⌀ %1 mm  %2 %3  Ctrl erases</source>
        <translation>⌀ %1 mm  %2 %3  Strg löscht</translation>
    </message>
</context>
<context>
    <name>foragrade::WorklistDialog</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Agreement …</source>
        <translation>Übereinstimmung …</translation>
    </message>
    <message>
        <source>Worklist of %1</source>
        <translation>Arbeitsliste von %1</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Studies to read</source>
        <translation>Zu befundende Studien</translation>
    </message>
    <message>
        <source>%1 takes part in no project of this store.</source>
        <translation>%1 nimmt an keinem Projekt dieses Speichers teil.</translation>
    </message>
    <message>
        <source>Nothing to read: see Agreement for how the readers agree.</source>
        <translation>Nichts zu befunden: Übereinstimmung zeigt, wie die Befunder übereinstimmen.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read yet.</source>
        <translation>%1 kann noch nicht befundet werden.</translation>
    </message>
</context>
<context>
    <name>foragrade::WorklistModel</name>
    <message>
        <source>%1 of %2 signed</source>
        <translation>%1 von %2 unterschrieben</translation>
    </message>
    <message>
        <source>%1 begun</source>
        <translation>%1 begonnen</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 überfällig</translation>
    </message>
    <message>
        <source>%1, second reading</source>
        <translation>%1, Zweitbefundung</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>signed ✓</source>
        <translation>unterschrieben ✓</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>waits for the first</source>
        <translation>wartet auf die erste</translation>
    </message>
    <message>
        <source>, overdue</source>
        <translation>, überfällig</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
</context>
</TS>
