namespace Trellis.Server.Ascend.Rules.Stored;

/// <summary>A policy or smart rule as the store has it.</summary>
/// <param name="Id">Its number within the organisation and its kind.</param>
/// <param name="Rule">What it says.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="UpdatedBy">Who changed it last.</param>
/// <param name="UpdatedAt">When.</param>
internal sealed record StoredRule<T>(
    long Id, T Rule, string CreatedBy, DateTimeOffset CreatedAt, string UpdatedBy, DateTimeOffset UpdatedAt);
