namespace Trellis.Server.Ascend.SmartRules.Parsing;

/// <summary>Why an expression cannot be understood.</summary>
/// <param name="Position">At which character, from 1.</param>
/// <param name="Message">What was expected there, for a person; a whole sentence.</param>
internal sealed record RuleSyntaxError(int Position, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"At character {Position}: {Message}");
}
