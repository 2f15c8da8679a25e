using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.Rules.Indexing;
using Trellis.Server.Ascend.Rules.Patterns;

namespace Trellis.Server.Ascend.SmartRules.Expressions;

/// <summary>Compares what the action says in one of its own fields; case is ignored.</summary>
internal sealed class TextComparison : Comparison
{
    private readonly RuleField _field;
    private readonly TextPattern? _pattern;

    /// <summary>Takes the parts of a comparison.</summary>
    /// <param name="name">The field as it is written.</param>
    /// <param name="field">The field.</param>
    /// <param name="op">The operator.</param>
    /// <param name="values">The values.</param>
    /// <param name="pattern">The pattern of an operator that takes one; else null.</param>
    public TextComparison(string name, RuleField field, RuleOperator op, IReadOnlyList<RuleLiteral> values, TextPattern? pattern)
        : base(name, op, values)
    {
        _field = field;
        _pattern = pattern;
    }

    /// <inheritdoc/>
    public override IndexKeys Keys => IsPositive switch
    {
        true when _pattern is not null => IndexKeys.Of(_field, [_pattern]),
        true when !RuleOperators.IsOrdering(Operator) =>
            IndexKeys.AnyOf([.. Values.Select(value => new IndexKey(_field, value.LowerCaseText))]),
        _ => IndexKeys.None,
    };

    /// <inheritdoc/>
    protected override bool Test(RuleFacts facts)
    {
        foreach (var text in facts.ValuesOf(_field))
        {
            if (_pattern is not null ? _pattern.Matches(text) : TestText(text))
                return true;
        }

        return false;
    }

    private bool TestText(string text)
    {
        for (var index = 0; index < Values.Count; index++)
        {
            if (RuleOperators.Accepts(Operator, string.CompareOrdinal(text, Values[index].LowerCaseText)))
                return true;
        }

        return false;
    }
}
