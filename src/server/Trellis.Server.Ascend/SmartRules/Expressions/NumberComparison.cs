using Trellis.Server.Ascend.Rules;

namespace Trellis.Server.Ascend.SmartRules.Expressions;

/// <summary>Compares the risk score or the amount.</summary>
internal sealed class NumberComparison(string name, bool isAmount, RuleOperator op, IReadOnlyList<RuleLiteral> values)
    : Comparison(name, op, values)
{
    private readonly decimal[] _numbers = [.. values.Select(static value => value.Number!.Value)];

    /// <inheritdoc/>
    public override int LeastRisk => isAmount || LowerBound is not { } bound
        ? 0
        : decimal.ToInt32(decimal.Clamp(decimal.Ceiling(bound), 0, 101));

    /// <inheritdoc/>
    public override decimal? LeastAmount => isAmount ? LowerBound : null;

    private decimal? LowerBound =>
        IsPositive && Operator is not (RuleOperator.Less or RuleOperator.LessOrEqual) ? _numbers.Min() : null;

    /// <inheritdoc/>
    protected override bool Test(RuleFacts facts)
    {
        if ((isAmount ? facts.Amount : facts.RiskScore) is not { } actual)
            return false;

        foreach (var number in _numbers)
        {
            if (RuleOperators.Accepts(Operator, actual.CompareTo(number)))
                return true;
        }

        return false;
    }
}
