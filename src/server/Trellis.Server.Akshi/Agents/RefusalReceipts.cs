using Trellis.Server.Akshi.Logs;
using Trellis.Server.Akshi.Receipts;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Agents;

/// <summary>Attests what agents were refused (contract, sections 5.3 and 5.8). Safe for concurrent use.</summary>
internal sealed class RefusalReceipts(IReceipts receipts, RuntimeLog log)
{
    /// <summary>An agent was refused something. A store that fails is told in the log: it must not hurt the agent.</summary>
    public async Task RefusedAsync(string agent, AgentException refusal)
    {
        try
        {
            await receipts.AppendAsync(
                NewReceipt.Of(agent, ReceiptKinds.Denial, json =>
                {
                    json.WriteString("error"u8, refusal.Code);
                    json.WriteString("reason"u8, refusal.Message);
                }),
                CancellationToken.None);
        }
        catch (StoreException)
        {
            log.Write(LogSeverity.Error, agent, $"no receipt could be written of '{refusal.Code}': the store failed");
        }
    }
}
