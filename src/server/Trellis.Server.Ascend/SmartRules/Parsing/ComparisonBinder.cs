using System.Globalization;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.Rules.Patterns;
using Trellis.Server.Ascend.SmartRules.Expressions;

namespace Trellis.Server.Ascend.SmartRules.Parsing;

/// <summary>Finds out what a field is, and whether operator and values go with it.</summary>
internal static class ComparisonBinder
{
    private const int MinutesPerHour = 60;

    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>Makes a comparison; null, and a sentence about the problem, when the parts do not go together.</summary>
    public static RuleExpression? Bind(string name, RuleOperator op, IReadOnlyList<RuleLiteral> values, out string? problem)
    {
        var field = name.ToLowerInvariant();
        return field switch
        {
            "risk_score" or "amount" => Number(name, field == "amount", op, values, out problem),
            "time" or "day" => Time(name, field == "day", op, values, out problem),
            _ => Text(name, Field(field), op, values, out problem),
        };
    }

    private static RuleField? Field(string name) => name switch
    {
        "action_type" => RuleField.ActionType,
        "agent_id" => RuleField.AgentId,
        "agent_type" => RuleField.AgentType,
        "resource" => RuleField.Resource,
        "resource_type" => RuleField.ResourceType,
        "resource_id" => RuleField.ResourceId,
        "environment" => RuleField.Environment,
        "data_classification" or "data_sensitivity" => RuleField.DataClassification,
        "description" => RuleField.Description,
        _ => null,
    };

    private static NumberComparison? Number(
        string name, bool isAmount, RuleOperator op, IReadOnlyList<RuleLiteral> values, out string? problem)
    {
        problem = RuleOperators.TakesPattern(op)
            ? $"'{name}' is a number and has no pattern."
            : values.All(static value => value.Number is not null) ? null : $"'{name}' is compared with numbers.";
        return problem is null ? new NumberComparison(name, isAmount, op, values) : null;
    }

    private static TimeComparison? Time(string name, bool isDay, RuleOperator op, IReadOnlyList<RuleLiteral> values, out string? problem)
    {
        problem = null;
        if (RuleOperators.TakesPattern(op) || (isDay && RuleOperators.IsOrdering(op)))
        {
            problem = $"'{name}' is not compared with {RuleOperators.Symbol(op)}.";
            return null;
        }

        var numbers = new int[values.Count];
        for (var index = 0; index < numbers.Length; index++)
        {
            numbers[index] = isDay ? Day(values[index]) : Minute(values[index].Text);
            if (numbers[index] < 0)
            {
                problem = isDay ? "A day is a name such as 'monday', or a number from 0, Sunday, to 6." : "A time is written as '22:30'.";
                return null;
            }
        }

        return new TimeComparison(name, isDay, op, values, numbers);
    }

    private static RuleExpression? Text(
        string name, RuleField? field, RuleOperator op, IReadOnlyList<RuleLiteral> values, out string? problem)
    {
        problem = null;
        TextPattern? pattern = null;
        if (op is RuleOperator.Like)
            pattern = GlobPattern.FromLike(values[0].Text);
        else if (op is RuleOperator.Matches && RegexPattern.Parse(values[0].Text, wholeText: false, out pattern) is { } wrong)
            problem = $"The pattern {wrong}.";

        if (problem is not null)
            return null;

        return field is { } own
            ? new TextComparison(name, own, op, values, pattern)
            : new ParameterComparison(name, op, values, pattern);
    }

    private static int Day(RuleLiteral value)
    {
        if (value.Number is { } number)
            return number is >= 0 and <= 6 && decimal.Truncate(number) == number ? (int)number : -1;

        return Array.FindIndex(Days, day => day == value.LowerCaseText || (value.Text.Length == 3 && day.StartsWith(value.LowerCaseText, StringComparison.Ordinal)));
    }

    private static int Minute(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (time.Hour * MinutesPerHour) + time.Minute
            : -1;
}
