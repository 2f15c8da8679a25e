namespace Trellis.Server.Console.Actions;

/// <summary>A smart rule that concerns an action.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Condition">What an action must be like.</param>
/// <param name="Action">What it does.</param>
internal sealed record SmartRuleHit(long Id, string? Name, string Condition, string Action);
