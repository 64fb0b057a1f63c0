"""The words of the table of a run: what each line is called, what is measured, what to conclude from it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """A text of the table in the user's language."""
    return QCoreApplication.translate("MeasureWords", text)


def baseline_names() -> dict[str, str]:
    """What baselines are called here."""
    return {
        "guessing": tr("guessing"),
        "the larger category always": tr("the larger kind"),
        "always the usual one": tr("the usual answer"),
        "untrained filters": tr("untrained filters"),
        "always the centre": tr("always the centre"),
        "a fixed grid": tr("a fixed grid"),
        "as many random crops": tr("random crops"),
        "k-means of the trunk": tr("k-means"),
    }


def line_words() -> dict[str, tuple[str, str]]:
    """Title and meaning of every line."""
    return _answers() | _moves() | _holding() | _around() | _staying() | _agreement() | _regression() | _prototypes()


def _answers() -> dict[str, tuple[str, str]]:
    balanced = tr(
        "How often the answer is right, each kind of picture counting as much as the others, on pictures kept out of "
        "training. The baseline is what guessing gets."
    )
    plain = tr(
        "The share of held-out pictures answered rightly. The baseline always names the kind that has most pictures: "
        "an accuracy near it means little."
    )
    each = tr(
        "Over all pictures and categories, how often 'is it this one?' is answered rightly, as published. With many "
        "categories the right answer is mostly no, so judge by what always saying the usual answer gets."
    )
    return {
        "balanced_accuracy": (tr("Balanced accuracy"), balanced),
        "accuracy": (tr("Accuracy"), plain),
        "label_accuracy": (tr("Accuracy of each yes or no"), each),
    }


def _moves() -> dict[str, tuple[str, str]]:
    usual = tr(
        "Move the picture by 24 pixels: the share of peaks that move along with the content. Any such network follows "
        "a little, so judge by the gain over untrained filters. A filter with a constant offset passes this test; "
        "mirror and transplant are the ones that it fails."
    )
    detail = tr("The same question for another move of the picture. Equivariance at 24 pixels is the one to compare.")
    slope = tr(
        "How far the peak moves when the content moves, in units of the content's move: 1 goes with the content, .5 "
        "goes half of the way, 0 stays in the frame. A filter that holds a part lies between .8 and 1.2."
    )
    mirror = tr(
        "Flip the picture and shift it: the share of peaks that lie on the mirrored content. .7 is needed to hold a "
        "part. Below the twin or untrained filters, the filters keep a constant offset from what they look at."
    )
    flipped = tr("The picture is flipped without a shift, so a peak near the middle passes without moving.")
    transplant = tr(
        "Paste the crop around a peak at a random place of another picture: the share of peaks that go there. "
        ".6 is needed to hold a part. A low value: the filter needs the rest of the object around its place."
    )
    return {
        "equivariance": (tr("Equivariance (24 px)"), usual),
        "equivariance_20": (tr("moved by 20 px"), detail),
        "equivariance_28": (tr("moved by 28 px"), detail),
        "equivariance_scale": (tr("enlarged"), detail),
        "slope": (tr("Slope"), slope),
        "mirror": (tr("Mirror"), mirror),
        "equivariance_mirror": (tr("mirrored in place"), flipped),
        "transplant": (tr("Transplant"), transplant),
    }


def _holding() -> dict[str, tuple[str, str]]:
    grounding = tr(
        "Blur everything but the crop around the peak: how much of the filter's strength is left. .5 is needed to hold "
        "a part. A low value: the filter answers to more than what its crop shows. Measured on a few filters only."
    )
    holding = tr(
        "The share of filters that pass every test: shift with slope, mirror, transplant, enlarged, grounding, on at "
        "least ten pictures. Only these filters are called parts. At 0, the filters find no parts, however high the "
        "equivariance is."
    )
    independent = tr(
        "How many different parts the filters that hold have found: filters that show the same content count once. 0 "
        "where no filter holds a part."
    )
    pairs = tr(
        "How many pairs of filters swap places in the mirrored picture: a left and a right ear do, but also one "
        "detector with an offset to either side. Neither filter of a pair holds a part."
    )
    return {
        "grounding": (tr("Grounding"), grounding),
        "holding": (tr("Holding"), holding),
        "independent_parts": (tr("Independent parts"), independent),
        "mirror_pairs": (tr("Mirror pairs"), pairs),
    }


def _around() -> dict[str, tuple[str, str]]:
    auc = tr(
        "Take a picture of the filter's category and one of the background: how often is the filter's peak higher on "
        "the category? 1 is always; .5 is no better than tossing a coin. Mean over the filters."
    )
    bound = tr("The share of filters whose peak hardly tells their category from the background (AUC under .7).")
    return {
        "background_auc": (tr("Category against background (AUC)"), auc),
        "background_bound": (tr("Share of background-bound filters"), bound),
    }


def _staying() -> dict[str, tuple[str, str]]:
    held = tr(
        "How much the distance between a filter's peak and the marked points varies from picture to picture: 0 is a "
        "filter that keeps to its place on the animal. On held-out pictures. A filter that always fires in the middle "
        "scores well too: be impressed only below that baseline."
    )
    every = tr("The same on all marked pictures, those of the training included, as the paper reports it.")
    lowest = tr("On all marked pictures, for each filter the category on which it is lowest: the paper's rule.")
    favourite = tr("On all marked pictures, for each filter the category with its highest peaks: the release's rule.")
    centre = tr("What a filter gets that always fires in the middle, on the pictures each network was judged by.")
    chance = tr("What a filter gets that fires anywhere, on the pictures each network was judged by.")
    share = tr("The share of filters that keep to their place better than one that always fires in the middle.")
    return {
        "instability": (tr("Location instability, held-out"), held),
        "instability_all_pictures": (tr("Location instability, all pictures"), every),
        "instability_lowest": (tr("lowest of the categories"), lowest),
        "instability_favourite": (tr("on its favourite category"), favourite),
        "instability_centre": (tr("always the centre"), centre),
        "instability_random": (tr("a random cell"), chance),
        "share_below_centre": (tr("Share of filters below the centre"), share),
        **_explained(),
    }


def _explained() -> dict[str, tuple[str, str]]:
    fits = tr(
        "In how many pictures the region where the filter fires fits the area of a part that the publishers drew, as "
        "in network dissection."
    )
    return {
        "part_interpretability": (tr("Part interpretability"), fits),
    }


def _agreement() -> dict[str, tuple[str, str]]:
    coverage = tr(
        "The share of the object that lies inside the crop of at least one part: of its box, or of its landmarks where "
        "there is no box. Compare with as many crops at random places. 0 where no filter holds a part."
    )
    inside = tr(
        "The share of all filters' peaks that lie in the object's box. The middle of the picture often lies in it too: "
        "be impressed only above that baseline."
    )
    nmi = tr(
        "Which of 8 parts is strongest at each landmark: how much the part tells about which landmark it is, 100 at "
        "most. It needs many landmarks: with two or three of them, conclude nothing. Parts are worth it only above a "
        "fixed grid and k-means. 0 where no filter holds a part."
    )
    ari = tr(
        "The same question counted by pairs of landmarks, corrected for chance: 100 is perfect, 0 is chance. Conclude "
        "something only where there are many landmarks, and only above a fixed grid and k-means."
    )
    count = tr("How many parts were compared: fewer than 8 where the filters hold fewer.")
    every = tr("With the parts cut from all filters, whether they hold one or not.")
    free = tr("What k-means of the trunk's cells gets without any training. Parts have to be better to be worth it.")
    return {
        "coverage": (tr("Coverage"), coverage),
        "peaks_in_box": (tr("Peaks in the box"), inside),
        "nmi_8": (tr("NMI (8 parts)"), nmi),
        "parts_8": (tr("number of parts"), count),
        "kmeans_nmi_8": (tr("NMI without training"), free),
        "nmi_8_all_filters": (tr("NMI of all filters"), every),
        "ari_8": (tr("ARI (8 parts)"), ari),
        "kmeans_ari_8": (tr("ARI without training"), free),
        "ari_8_all_filters": (tr("ARI of all filters"), every),
    }


def _regression() -> dict[str, tuple[str, str]]:
    regression = tr(
        "Predict each landmark from where the parts lie: the mean error on test pictures, in hundredths of the box of "
        "the object. 0 is exact. The baseline knows no part and predicts the mean place of the landmark."
    )
    every = tr("Predicted from all filters, whether they hold a part or not.")
    free = tr("Predicted from k-means of the trunk's cells, without any training. Parts have to be better than this.")
    return {
        "keypoint_regression": (tr("Keypoint regression"), regression),
        "kmeans_keypoint_regression": (tr("regression without training"), free),
        "keypoint_regression_all_filters": (tr("regression of all filters"), every),
    }


def _prototypes() -> dict[str, tuple[str, str]]:
    consistent = tr(
        "Put a box of 72 pixels (of 224) at each peak: the share of pictures in which one and the same landmark lies "
        "in it. Mean over all filters. A box that is always in the middle is the baseline."
    )
    share = tr("The share of filters whose box holds one landmark in at least 80 % of the pictures that show it.")
    stable = tr(
        "Add noise to the picture: the share of pictures in which the box holds the same landmarks as before. 1 is a "
        "filter that noise does not move."
    )
    return {
        "prototype_consistency": (tr("Prototype consistency"), consistent),
        "consistent_prototypes": (tr("consistent filters"), share),
        "prototype_stability": (tr("Prototype stability"), stable),
    }
