using System.ComponentModel;
using System.IO.Pipelines;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Trellis.Samples.GovernedTools;

/// <summary>
/// An MCP server with three tools, and the client that it is reached by: both in this process, over two pipes. It carries out whatever it is
/// told, and knows nothing of governance.
/// </summary>
internal sealed class BackOffice : IAsyncDisposable
{
    private readonly List<string> _done = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly Pipe _toServer = new();
    private readonly Pipe _toClient = new();
    private readonly McpServer _server;
    private readonly Task _running;
    private McpClient? _client;

    private BackOffice()
    {
        var transport = new StreamServerTransport(_toServer.Reader.AsStream(), _toClient.Writer.AsStream(), "back-office");
        _server = McpServer.Create(
            transport,
            new McpServerOptions
            {
                ServerInfo = new Implementation { Name = "back-office", Version = "1.0" },
                ToolCollection =
                [
                    McpServerTool.Create(LookUpOrder, new() { Name = "look_up_order" }),
                    McpServerTool.Create(RefundOrder, new() { Name = "refund_order" }),
                    McpServerTool.Create(DeleteCustomer, new() { Name = "delete_customer" }),
                ],
            });
        _running = _server.RunAsync(_stopping.Token);
    }

    /// <summary>What has been carried out, in order.</summary>
    public IReadOnlyList<string> Done => _done;

    public static async Task<BackOffice> ConnectAsync(CancellationToken cancellationToken)
    {
        var office = new BackOffice();
        try
        {
            office._client = await McpClient.CreateAsync(
                new StreamClientTransport(office._toServer.Writer.AsStream(), office._toClient.Reader.AsStream()), cancellationToken: cancellationToken);
            return office;
        }
        catch
        {
            await office.DisposeAsync();
            throw;
        }
    }

    /// <summary>The tools, as functions of a model.</summary>
    public async Task<IEnumerable<AIFunction>> ListToolsAsync(CancellationToken cancellationToken) =>
        await _client!.ListToolsAsync(cancellationToken: cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_client is not null)
            await _client.DisposeAsync();
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _server.DisposeAsync();
        _stopping.Dispose();
    }

    [Description("What is known of an order.")]
    private string LookUpOrder([Description("The order's number.")] string order)
    {
        _done.Add($"look_up_order {order}");
        return $"{order} of customer C-7 was paid with a card.";
    }

    [Description("Pays an order back.")]
    private string RefundOrder([Description("The order's number.")] string order, [Description("How much, in euros.")] int amount)
    {
        _done.Add($"refund_order {order}");
        return $"{amount} EUR were paid back for {order}.";
    }

    [Description("Deletes a customer and all that is known of it.")]
    private string DeleteCustomer([Description("The customer's number.")] string customer)
    {
        _done.Add($"delete_customer {customer}");
        return $"{customer} is gone.";
    }
}
