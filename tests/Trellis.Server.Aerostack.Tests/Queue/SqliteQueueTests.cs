namespace Trellis.Server.Aerostack.Tests.Queue;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteQueueTests : QueueSuite;
