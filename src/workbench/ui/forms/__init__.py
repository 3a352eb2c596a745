"""Forms: questions as data become widgets, and widgets become answers."""

from workbench.ui.forms.form import Form
from workbench.ui.forms.inputs import INPUTS, Input, Known

__all__ = ["INPUTS", "Form", "Input", "Known"]
