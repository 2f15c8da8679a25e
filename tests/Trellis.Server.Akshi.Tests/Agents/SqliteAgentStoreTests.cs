namespace Trellis.Server.Akshi.Tests.Agents;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteAgentStoreTests : AgentStoreSuite;
