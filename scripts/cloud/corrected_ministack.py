"""MiniStack with one correction, which docs/cloud-emulator.md explains.

Step Functions evaluates a JSONata expression in a task's TimeoutSeconds before the task starts. MiniStack 1.5.33 hands
the expression's text to the wait, which fails with "'>' not supported between instances of 'str' and 'int'". Here it is
evaluated by MiniStack's own function for such fields.

SIGUSR1 turns on what AUTH=true does from the start: every call is checked against the policies of its caller's role.
CDK's bootstrap roles can't publish under it, so the deployment comes first and the check goes on before the suite.
"""

import signal

from ministack import app
from ministack.services import stepfunctions

execute_task = stepfunctions._execute_task


def execute_task_with_timeout(state, given, execution, context):
    if isinstance(state.get("TimeoutSeconds"), str):
        seconds = stepfunctions._jsonata_state_field(state, "TimeoutSeconds", "number", given, context)
        state = {**state, "TimeoutSeconds": seconds}
    return execute_task(state, given, execution, context)


def enforce_permissions(*_):
    app.AUTH = True


stepfunctions._execute_task = execute_task_with_timeout
signal.signal(signal.SIGUSR1, enforce_permissions)
app.main()
