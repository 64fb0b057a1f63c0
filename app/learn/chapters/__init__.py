"""The chapters of the lecture: numbers of the engine made into steps with sentences and a drawing."""
