"""MiniStack with one correction, which docs/cloud-emulator.md explains.

Step Functions evaluates a JSONata expression in a task's TimeoutSeconds before the task starts. MiniStack 1.5.33 hands
the expression's text to the wait, which fails with "'>' not supported between instances of 'str' and 'int'". Here it is
evaluated by MiniStack's own function for such fields.
"""

from ministack.app import main
from ministack.services import stepfunctions

execute_task = stepfunctions._execute_task


def execute_task_with_timeout(state, given, execution, context):
    if isinstance(state.get("TimeoutSeconds"), str):
        seconds = stepfunctions._jsonata_state_field(state, "TimeoutSeconds", "number", given, context)
        state = {**state, "TimeoutSeconds": seconds}
    return execute_task(state, given, execution, context)


stepfunctions._execute_task = execute_task_with_timeout
main()
