using System.Globalization;
using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Webhooks;

/// <summary><c>webhooks test</c>.</summary>
internal sealed class TestWebhookCommand : AscendCommand
{
    private readonly TextArgument _id = WebhookSettings.Id();

    public TestWebhookCommand(CliHost host)
        : base(host, "test", "Have a test delivery made. Exit code 6 when the receiver does not take it", AscendCredential.Either)
    {
        Add(_id);
        Examples = ["7"];
    }

    protected override async Task<int> RunAsync(AscendClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var result = await client.Webhooks.TestAsync(_id.Read(input), cancellationToken).ConfigureAwait(false);
        AnswerOutput.Write(input.Host, format, result, AscendJsonContext.Default.WebhookTestResult, ToTable);
        return result.Success ? ExitCodes.Success : ExitCodes.Api;
    }

    private static Table ToTable(WebhookTestResult result)
    {
        var table = new Table("Test delivery", new("Field"), new("Value"));
        table.Add("success", result.Success ? "yes" : "no");
        table.Add("status", result.StatusCode?.ToString(CultureInfo.InvariantCulture));
        table.Add("milliseconds", result.ResponseTimeMs?.ToString("0", CultureInfo.InvariantCulture));
        table.Add("error", result.Error);
        return table;
    }
}
