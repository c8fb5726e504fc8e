"""MiniStack with two corrections, which docs/cloud-emulator.md explains.

Step Functions evaluates a JSONata expression in a task's TimeoutSeconds before the task starts. MiniStack 1.5.33 hands
the expression's text to the wait, which fails with "'>' not supported between instances of 'str' and 'int'". Here it is
evaluated by MiniStack's own function for such fields.

CloudWatch takes alarms on metric math. MiniStack refuses to deploy one; here it is stored by the first of its metrics.
No run looks at what an alarm does.
"""

from ministack.app import main
from ministack.services import stepfunctions
from ministack.services.cloudformation import provisioners

execute_task = stepfunctions._execute_task


def execute_task_with_timeout(state, given, execution, context):
    if isinstance(state.get("TimeoutSeconds"), str):
        seconds = stepfunctions._jsonata_state_field(state, "TimeoutSeconds", "number", given, context)
        state = {**state, "TimeoutSeconds": seconds}
    return execute_task(state, given, execution, context)


stepfunctions._execute_task = execute_task_with_timeout

alarm_record = provisioners._cw_metric_alarm_record


def alarm_record_by_first_metric(name, props):
    stats = [metric["MetricStat"] for metric in props.get("Metrics", []) if "MetricStat" in metric]
    if stats:
        first = stats[0]
        props = {**props, **first["Metric"], "Period": first["Period"], "Statistic": first["Stat"], "Metrics": []}
    return alarm_record(name, props)


provisioners._cw_metric_alarm_record = alarm_record_by_first_metric
main()
