namespace Trellis.Server.Akshi.Tests.Receipts;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteReceiptsTests : ReceiptsSuite;
