using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Connection;

/// <summary><c>test-connection</c>.</summary>
internal sealed class TestConnectionCommand : AscendCommand
{
    public TestConnectionCommand(CliHost host)
        : base(host, "test-connection", "Find out whether the server answers and takes the key", AscendCredential.Either) =>
        Examples = ["", "--output json | jq -r .api_version"];

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var status = await client.TestConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (!status.Connected && format == OutputFormat.Table)
        {
            throw Failure(status);
        }

        AnswerOutput.Write(input.Host, format, PrintedConnection.Of(status), AscendJsonContext.Default.PrintedConnection, ToTable);
        return status.Connected ? ExitCodes.Success : throw Failure(status);
    }

    private static AscendException Failure(ConnectionStatus status) =>
        status.Exception ?? new AscendException(status.Error ?? "The server does not answer as it should.");

    private static Table ToTable(PrintedConnection connection)
    {
        var table = new Table("Connection", new("Field"), new("Value"));
        table.Add("status", connection.Status);
        table.Add("api version", connection.ApiVersion);
        table.Add("environment", connection.Environment);
        table.Add("agent", connection.AgentId);
        return table;
    }
}
