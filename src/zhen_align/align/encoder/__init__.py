"""Sentence vectors from a model that the user has: evidence beside the dictionary, if asked for.

Nothing here is imported unless an encoder is named. `load` finds the model, `recipe` reads how
its makers pool and project, `pooling` does that, `onnx_model` and `torch_model` run it.
"""
