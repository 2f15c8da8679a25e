namespace Trellis.Server.Akshi.Configuration;

/// <summary>What an agent without code does (contract, section 5.1).</summary>
internal sealed record DeclarativeDefinition
{
    /// <summary>What it is for, in words; empty for none.</summary>
    public string Goal { get; init; } = "";

    /// <summary>Which files it looks at, relative to the configuration's folder; at least one.</summary>
    public required IReadOnlyList<string> FilePatterns { get; init; }

    /// <summary>The files and folders that it may read, relative to the configuration's folder; <c>.</c> for all of it.</summary>
    public IReadOnlyList<string> Paths { get; init; } = ["."];

    /// <summary>The question to the model, with <c>{{file}}</c> and <c>{{content}}</c>; null when it never asks one.</summary>
    public string? Prompt { get; init; }

    /// <summary>The model that it insists on; null for the router's choice.</summary>
    public string? Model { get; init; }

    /// <summary>What an answer of the model must look like.</summary>
    public required OutputSchema OutputSchema { get; init; }

    /// <summary>What it looks for when it asks no model.</summary>
    public IReadOnlyList<AgentRule> Rules { get; init; } = [];

    /// <summary>Whether its files only grow at their end, and begin anew when they are shorter: logs.</summary>
    public bool IsAppendOnly { get; init; }

    /// <summary>The largest file that is sent to a model, in bytes.</summary>
    public int MaxFileBytes { get; init; } = 256 * 1024;

    /// <summary>How many files a tick looks at.</summary>
    public int MaxFiles { get; init; } = 10_000;

    /// <summary>How many findings a tick makes; the next tick goes on.</summary>
    public int MaxFindings { get; init; } = 1_000;
}
