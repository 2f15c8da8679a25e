using Trellis.Akshi;

namespace Trellis.Samples.LogWatch;

/// <summary>The person who is asked. Used by one task at a time.</summary>
/// <param name="akshi">The runtime.</param>
/// <param name="isByHand">Whether somebody else decides, at the command line.</param>
internal sealed class Operator(AkshiClient akshi, bool isByHand)
{
    private readonly HashSet<string> _told = [];

    /// <summary>How many questions were answered.</summary>
    public int Answered { get; private set; }

    /// <summary>Prints each question that waits, and answers it unless somebody else does.</summary>
    public async Task DecideAsync(CancellationToken cancellationToken)
    {
        foreach (var approval in (await akshi.ApprovalsAsync(cancellationToken)).Pending)
        {
            if (!_told.Add(approval.Id)) continue;
            Console.WriteLine($"   ? {approval.Agent} wants to use {approval.Capability}: {approval.Detail} (risk {approval.RiskScore:0.##})");
            if (isByHand)
            {
                Console.WriteLine($"     trellis akshi approvals approve {approval.Id}    # or: deny {approval.Id} --reason TEXT");
                continue;
            }

            await ApproveAsync(approval, cancellationToken);
        }
    }

    private async Task ApproveAsync(Approval approval, CancellationToken cancellationToken)
    {
        try
        {
            var receipt = await akshi.PostApprovalAsync(approval.RequestId, ApprovalVerdict.Approve, "these are the logs of the sample", cancellationToken);
            Answered++;
            Console.WriteLine($"   ! {receipt.Decision} {receipt.Id}");
        }
        catch (AkshiNotFoundException)
        {
            Console.WriteLine($"   ! {approval.Id} was decided by somebody else.");
        }
    }
}
