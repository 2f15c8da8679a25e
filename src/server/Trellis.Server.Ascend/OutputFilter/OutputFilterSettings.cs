using Trellis.Server.Ascend.Content;

namespace Trellis.Server.Ascend.OutputFilter;

/// <summary>How an organisation filters the output of its agents. Immutable.</summary>
/// <param name="IsEnabled">Whether outputs are looked at; where they are not, each is clean.</param>
/// <param name="Rules">The rule for each kind of sensitive data.</param>
internal sealed record OutputFilterSettings(bool IsEnabled, IReadOnlyList<OutputRule> Rules)
{
    /// <summary>An organisation that has set nothing.</summary>
    public static OutputFilterSettings Default { get; } = new(true, OutputRule.All);

    /// <summary>The rule for a kind.</summary>
    public OutputRule RuleFor(SensitiveDataKind kind) => Rules.First(rule => rule.Kind == kind);
}
