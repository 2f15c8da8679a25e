using Trellis.Server.Ascend.Rules;

namespace Trellis.Server.Ascend.SmartRules.Expressions;

/// <summary>Compares the time of day or the day of the week, in UTC. A time is the minute that it names.</summary>
internal sealed class TimeComparison : Comparison
{
    private readonly bool _isDay;
    private readonly int[] _numbers;

    /// <summary>Takes the parts of a comparison.</summary>
    /// <param name="name">The field as it is written.</param>
    /// <param name="isDay">Whether days of the week are meant, and not times.</param>
    /// <param name="op">The operator.</param>
    /// <param name="values">The values as they are written.</param>
    /// <param name="numbers">The values as minutes of the day, or as days of the week from Sunday, 0.</param>
    public TimeComparison(string name, bool isDay, RuleOperator op, IReadOnlyList<RuleLiteral> values, int[] numbers)
        : base(name, op, values)
    {
        _isDay = isDay;
        _numbers = numbers;
    }

    /// <inheritdoc/>
    protected override bool Test(RuleFacts facts)
    {
        var now = facts.At.UtcDateTime;
        var actual = _isDay ? (int)now.DayOfWeek : (now.Hour * 60) + now.Minute;
        foreach (var number in _numbers)
        {
            if (RuleOperators.Accepts(Operator, actual.CompareTo(number)))
                return true;
        }

        return false;
    }
}
