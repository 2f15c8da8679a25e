namespace Trellis.Server.Akshi.Tests.Findings;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteFindingsTests : FindingsSuite;
