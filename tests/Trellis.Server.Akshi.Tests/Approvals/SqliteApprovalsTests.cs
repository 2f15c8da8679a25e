namespace Trellis.Server.Akshi.Tests.Approvals;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteApprovalsTests : ApprovalsSuite;
