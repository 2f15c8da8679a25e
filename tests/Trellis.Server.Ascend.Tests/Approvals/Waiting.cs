using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Approvals;

/// <summary>An action that waits for a person.</summary>
internal sealed record Waiting(long ActionId, string ApprovalId, Reply Reply);
