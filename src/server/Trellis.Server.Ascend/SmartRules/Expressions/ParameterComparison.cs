using System.Text.Json;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.Rules.Patterns;

namespace Trellis.Server.Ascend.SmartRules.Expressions;

/// <summary>
/// Compares a parameter, a member of the context or an indicator: as numbers where both sides are some, else as texts without regard to
/// case. A list is compared element by element, and one suffices.
/// </summary>
internal sealed class ParameterComparison : Comparison
{
    private readonly ParameterPath _path;
    private readonly TextPattern? _pattern;

    /// <summary>Takes the parts of a comparison.</summary>
    /// <param name="name">The field as it is written.</param>
    /// <param name="op">The operator.</param>
    /// <param name="values">The values.</param>
    /// <param name="pattern">The pattern of an operator that takes one; else null.</param>
    public ParameterComparison(string name, RuleOperator op, IReadOnlyList<RuleLiteral> values, TextPattern? pattern)
        : base(name, op, values)
    {
        _path = new ParameterPath(name);
        _pattern = pattern;
    }

    /// <inheritdoc/>
    protected override bool Test(RuleFacts facts)
    {
        if (ParameterPath.Indicator(facts.Indicators, Field) is { } truth)
            return TestText(truth ? "true" : "false", number: null, isText: false);
        if (!_path.TryFind(facts, out var value))
            return false;
        if (value.ValueKind is not JsonValueKind.Array)
            return TestValue(value);

        foreach (var element in value.EnumerateArray())
        {
            if (TestValue(element))
                return true;
        }

        return false;
    }

    private bool TestValue(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.True:
                return TestText("true", number: null, isText: false);
            case JsonValueKind.False:
                return TestText("false", number: null, isText: false);
            case JsonValueKind.Number:
                return TestText(value.GetRawText(), JsonNumbers.Read(value), isText: false);
            case JsonValueKind.String when JsonTexts.TryRead(value, out var text):
                return TestText(text.ToLowerInvariant(), RuleLiteral.TryReadNumber(text, out var number) ? number : null, isText: true);
            default:
                return false;
        }
    }

    private bool TestText(string text, decimal? number, bool isText)
    {
        if (_pattern is not null)
            return _pattern.Matches(text);

        for (var index = 0; index < Values.Count; index++)
        {
            if (TestLiteral(Values[index], text, number, isText))
                return true;
        }

        return false;
    }

    private bool TestLiteral(RuleLiteral literal, string text, decimal? number, bool isText)
    {
        // Two texts are equal as texts: '007' is not '7'. A text is neither more nor less than a number.
        var isNumeric = literal.Number is not null && !(isText && literal.IsQuoted && !RuleOperators.IsOrdering(Operator));
        return isNumeric
            ? number is { } actual && RuleOperators.Accepts(Operator, actual.CompareTo(literal.Number!.Value))
            : RuleOperators.Accepts(Operator, string.CompareOrdinal(text, literal.LowerCaseText));
    }
}
