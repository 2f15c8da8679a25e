using System.Text;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.Rules.Indexing;

namespace Trellis.Server.Ascend.SmartRules.Expressions;

/// <summary>What a smart rule says about an action. Immutable and thread-safe; prints itself so that it reads back as the same.</summary>
internal abstract class RuleExpression
{
    /// <summary>What an action must have for this to be true.</summary>
    public virtual IndexKeys Keys => IndexKeys.None;

    /// <summary>With a lower risk score this is never true.</summary>
    public virtual int LeastRisk => 0;

    /// <summary>With a lower amount, or with none, this is never true; null when it is no matter of amounts.</summary>
    public virtual decimal? LeastAmount => null;

    /// <summary>Whether it is true of an action.</summary>
    public abstract bool IsTrue(RuleFacts facts);

    /// <summary>Prints it.</summary>
    public abstract void AppendTo(StringBuilder text);

    /// <inheritdoc/>
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        AppendTo(text);
        return text.ToString();
    }
}
