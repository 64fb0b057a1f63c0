"""Titles and meanings of the lines of a run's table: what is measured, and what to conclude from it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """Return a text of the table in the user's language."""
    return QCoreApplication.translate("MeasureWords", text)


def baseline_names() -> dict[str, str]:
    """Return the names of the baselines."""
    return {
        "guessing": tr("guessing"),
        "the larger category always": tr("the larger kind"),
        "always the usual one": tr("the usual answer"),
        "untrained filters": tr("untrained filters"),
        "always the centre": tr("always the centre"),
        "a fixed grid": tr("a fixed grid"),
        "as many random crops": tr("random crops"),
        "k-means of the trunk": tr("k-means"),
        "a random cell": tr("a random cell"),
        "one cell, the best on the val side": tr("one cell"),
    }


def line_words() -> dict[str, tuple[str, str]]:
    """Return title and meaning of every line, by its key."""
    return _answers() | _moves() | _holding() | _around() | _staying() | _agreement() | _regression() | _consistency()


def _answers() -> dict[str, tuple[str, str]]:
    return {
        "balanced_accuracy": (
            tr("Right (balanced accuracy)"),
            tr(
                "How often the answer is right on the test pictures, each kind of picture counting as much as the "
                "others. The baseline is what guessing gets."
            ),
        ),
        "accuracy": (
            tr("Right (plain accuracy)"),
            tr(
                "The share of test pictures answered rightly. The baseline always names the kind that has most "
                "pictures: an accuracy near it means little."
            ),
        ),
        "label_accuracy": (
            tr("Each yes or no (label accuracy)"),
            tr(
                "Over all pictures and categories, how often 'is it this one?' is answered rightly, as published. With "
                "many categories the right answer is mostly no, so judge by what always saying the usual answer gets."
            ),
        ),
    }


def _moves() -> dict[str, tuple[str, str]]:
    return {
        "keeping": (
            tr("Keeps to one place"),
            tr(
                "For each filter the lowest of its shares when the picture is moved, when it is mirrored and when the "
                "filter's place is pasted elsewhere; mean over the filters that ever fire. A filter at a constant "
                "offset fails one of the three, one that is bound to the frame all."
            ),
        ),
        "equivariance": (
            tr("Moves along (equivariance)"),
            tr(
                "Move the picture by 24 pixels: the share of peaks that move along with the content. Any such network "
                "follows a little, so judge by the gain over untrained filters. A filter with a constant offset passes "
                "this test; mirror and transplant are the ones that it fails."
            ),
        ),
        "equivariance_scale": (
            tr("enlarged"),
            tr("Enlarge a quarter of the picture: the share of peaks that stay on the content."),
        ),
        "slope": (
            tr("How far along (slope)"),
            tr(
                "How far the peak moves when the content moves, in units of the content's move: 1 goes with the "
                "content, 0.5 goes half of the way, 0 stays in the frame. A filter that holds a part lies between 0.8 "
                "and 1.2."
            ),
        ),
        "mirror": (
            tr("Mirrored place (mirror)"),
            tr(
                "Flip the picture and shift it: the share of peaks that lie on the mirrored content. 0.7 is needed to "
                "hold a part. Below the twin or untrained filters, the filters keep a constant offset from what they "
                "look at."
            ),
        ),
        "transplant": (
            tr("Pasted place (transplant)"),
            tr(
                "Paste the crop around a peak at a random place of another picture: the share of peaks that go there. "
                "0.6 is needed to hold a part. A low value: the filter needs the rest of the object around its place."
            ),
        ),
    }


def _holding() -> dict[str, tuple[str, str]]:
    return {
        "grounding": (
            tr("Crop alone (grounding)"),
            tr(
                "Blur everything but the crop around the peak: how much of the filter's strength is left. 0.5 is "
                "needed to hold a part. A low value: the filter answers to more than what its crop shows. Measured on "
                "a few filters only."
            ),
        ),
        "holding": (
            tr("Share of filters that hold a part"),
            tr(
                "The share of filters that pass every test: shift with slope, mirror, transplant, enlarged, grounding, "
                "on at least ten pictures. Only these filters are called parts. At 0, the filters find no parts, "
                "however high the equivariance is."
            ),
        ),
        "independent_parts": (
            tr("Evenness, not number, of parts"),
            tr(
                "The parts weighed by how many filters hold each: with 3 parts it is 3 if each is held by as many "
                "filters, and nearly 1 if almost all filters hold the same one. The number of parts stands under In "
                "short."
            ),
        ),
        "mirror_pairs": (
            tr("Pairs that swap (mirror)"),
            tr(
                "How many pairs of filters swap places in the mirrored picture: a left and a right ear do, but also "
                "one detector with an offset to either side. Neither filter of a pair holds a part."
            ),
        ),
    }


def _around() -> dict[str, tuple[str, str]]:
    return {
        "background_auc": (
            tr("Stronger on it (AUC)"),
            tr(
                "Take a picture of the filter's category and one of the background: how often is the filter's peak "
                "higher on the category? 1 is always; 0.5 is no better than tossing a coin. Mean over the filters."
            ),
        ),
        "background_bound": (
            tr("Share of filters that are not"),
            tr("The share of filters whose peak hardly tells their category from the background (AUC under 0.7)."),
        ),
    }


def _staying() -> dict[str, tuple[str, str]]:
    return {
        "instability": (
            tr("Spread (location instability)"),
            tr(
                "How much the distance between a filter's peak and the marked points varies from picture to picture: 0 "
                "is a filter that keeps to its place on the animal. On test pictures. A filter that always fires "
                "in the middle scores well too: be impressed only below that baseline."
            ),
        ),
        "instability_all_pictures": (
            tr("Spread, all pictures"),
            tr("The same on all marked pictures, those of the training included, as the paper reports it."),
        ),
        "instability_lowest": (
            tr("lowest of the categories"),
            tr("On all marked pictures, for each filter the category on which it is lowest: the paper's rule."),
        ),
        "instability_favourite": (
            tr("on its favourite category"),
            tr("On all marked pictures, for each filter the category with its highest peaks: the release's rule."),
        ),
        "instability_centre": (
            tr("always the centre"),
            tr("What a filter gets that always fires in the middle, on the pictures each network was judged by."),
        ),
        "instability_random": (
            tr("a random cell"),
            tr("What a filter gets that fires anywhere, on the pictures each network was judged by."),
        ),
        "share_below_centre": (
            tr("Share steadier than the centre"),
            tr("The share of filters that keep to their place better than one that always fires in the middle."),
        ),
    }


def _agreement() -> dict[str, tuple[str, str]]:
    every = tr("With the parts cut from all filters, whether they hold one or not.")
    free = tr("What k-means of the trunk's cells gets without any training. Parts have to be better to be worth it.")
    return {
        "coverage": (
            tr("Object inside the crops (coverage)"),
            tr(
                "The share of the object that lies inside the crop of at least one part: of its box, or of its "
                "landmarks where there is no box. Compare with as many crops at random places. 0 where no filter holds "
                "a part."
            ),
        ),
        "peaks_in_box": (
            tr("Peaks in the box"),
            tr(
                "The share of all filters' peaks that lie in the object's box. The middle of the picture often lies in "
                "it too: be impressed only above that baseline."
            ),
        ),
        "nmi_8": (
            tr("Parts against landmarks (NMI)"),
            tr(
                "Which of 8 parts is strongest at each landmark: how much the part tells about which landmark it is, "
                "100 at most. It needs many landmarks: with two or three of them, conclude nothing. Parts are worth it "
                "only above a fixed grid and k-means. 0 where no filter holds a part."
            ),
        ),
        "parts_8": (
            tr("number of parts"),
            tr("How many parts were compared: fewer than 8 where the filters hold fewer."),
        ),
        "kmeans_nmi_8": (tr("NMI without training"), free),
        "nmi_8_all_filters": (tr("NMI of all filters"), every),
        "ari_8": (
            tr("Parts against landmarks (ARI)"),
            tr(
                "The same question counted by pairs of landmarks, corrected for chance: 100 is perfect, 0 is chance. "
                "Conclude something only where there are many landmarks, and only above a fixed grid and k-means."
            ),
        ),
        "kmeans_ari_8": (tr("ARI without training"), free),
        "ari_8_all_filters": (tr("ARI of all filters"), every),
    }


def _regression() -> dict[str, tuple[str, str]]:
    return {
        "keypoint_regression": (
            tr("Error of predicted landmarks"),
            tr(
                "Predict each landmark from where the parts lie: the mean error on test pictures, in hundredths of the "
                "box of the object. 0 is exact. The baseline knows no part and predicts the mean place of the "
                "landmark."
            ),
        ),
        "kmeans_keypoint_regression": (
            tr("regression without training"),
            tr("Predicted from k-means of the trunk's cells, without any training. Parts have to be better than this."),
        ),
        "keypoint_regression_all_filters": (
            tr("regression of all filters"),
            tr("Predicted from all filters, whether they hold a part or not."),
        ),
    }


def _consistency() -> dict[str, tuple[str, str]]:
    return {
        "part_interpretability": (
            tr("Fits a drawn part (interpretability)"),
            tr(
                "In how many pictures the region where the filter fires fits the area of a part that the publishers "
                "drew, as in network dissection."
            ),
        ),
        "prototype_consistency": (
            tr("One landmark at a peak (consistency)"),
            tr(
                "Put a box of 72 pixels (of 224) at each peak: the share of pictures in which one and the same "
                "landmark lies in it. Mean over all filters. A box that is always in the middle is the baseline."
            ),
        ),
        "consistent_prototypes": (
            tr("consistent filters"),
            tr("The share of filters whose box holds one landmark in at least 80 % of the pictures that show it."),
        ),
        "prototype_stability": (
            tr("The same with noise (stability)"),
            tr(
                "Add noise to the picture: the share of pictures in which the box holds the same landmarks as before. "
                "1 is a filter that noise does not move."
            ),
        ),
    }
