namespace Trellis.Server.Aerostack.Tests.Realtime;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteHistoryTests : HistorySuite;
