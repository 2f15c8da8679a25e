namespace Trellis.Server.Console.Actions;

/// <summary>A policy that concerns an action.</summary>
/// <param name="Id">Its number.</param>
/// <param name="PolicyName">What people call it.</param>
/// <param name="PolicyAction">What it does.</param>
/// <param name="Priority">Which comes first: the lower number.</param>
internal sealed record PolicyHit(long Id, string PolicyName, string PolicyAction, int Priority);
