namespace Trellis.Server.Ascend.Tests.Signing;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteSignedRequestTests : SignedRequestSuite;
