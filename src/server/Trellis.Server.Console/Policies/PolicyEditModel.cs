namespace Trellis.Server.Console.Policies;

/// <summary>A policy that somebody writes.</summary>
/// <param name="Id">Its number; null for one that is not saved yet.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Text">What is written so far.</param>
internal sealed record PolicyEditModel(long? Id, string Title, string Text)
{
    /// <summary>How many actions it is tried against.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Why it was refused; null when it was not.</summary>
    public string? Problem { get; init; }

    /// <summary>What it would change; null when it was not tried.</summary>
    public PolicyTrial? Trial { get; init; }

    /// <summary>Where its form goes.</summary>
    public string Path => Id is { } id ? $"/policies/{id}" : "/policies/new";
}
