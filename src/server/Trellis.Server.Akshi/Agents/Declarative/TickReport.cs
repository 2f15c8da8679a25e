using Trellis.Server.Akshi.Configuration;

namespace Trellis.Server.Akshi.Agents.Declarative;

/// <summary>What a tick has done so far. Not safe for concurrent use.</summary>
internal sealed class TickReport(DeclarativeDefinition definition)
{
    /// <summary>How many findings it has made.</summary>
    public int Findings { get; set; }

    /// <summary>How many more it may make.</summary>
    public int Room => definition.MaxFindings - Findings;

    /// <summary>What it could not do; the first thing counts.</summary>
    public string? Notice { get; private set; }

    /// <summary>Notes what it could not do.</summary>
    public void Note(string notice) => Notice ??= notice;
}
