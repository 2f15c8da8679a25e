using System.Globalization;
using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Ai;

/// <summary><c>ai chat</c>. The answer is printed word by word as it comes; as JSON, once it is whole.</summary>
internal sealed class ChatCommand : AerostackCommand
{
    private readonly TextArgument _prompt = new("prompt", $"What to say to the model, {GivenText.Elsewhere}");

    private readonly Setting<string?> _system = new(
        "--system", "TRELLIS_AEROSTACK_SYSTEM", "TEXT", "How the model is to behave", SettingFormats.Text);

    private readonly Setting<string?> _model = new(
        "--model", "TRELLIS_AEROSTACK_MODEL", "MODEL", "Which model answers (default: the server's)", SettingFormats.Text);

    private readonly Setting<double?> _temperature = new(
        "--temperature", "TRELLIS_AEROSTACK_TEMPERATURE", "NUMBER", "How much is left to chance, from 0 to 2 (default: the model's)",
        new("a number from 0 to 2", TryReadTemperature));

    private readonly Setting<int> _maxTokens = new(
        "--max-tokens", "TRELLIS_AEROSTACK_MAX_TOKENS", "COUNT", "How long the answer may become, in tokens (default: the model's)",
        SettingFormats.WholeNumber(1, int.MaxValue));

    public ChatCommand(CliHost host)
        : base(host, "chat", "Ask a model, and print what it answers as it comes")
    {
        Add(_prompt);
        Add(_system);
        Add(_model);
        Add(_temperature);
        Add(_maxTokens);
        Examples =
        [
            "'Name three rivers.'",
            "- --system 'Summarize in one sentence.' < report.txt",
            "@question.txt --output json | jq .usage",
        ];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var request = await RequestAsync(input, cancellationToken).ConfigureAwait(false);
        if (format == OutputFormat.Json)
        {
            var completion = await client.Ai.CompleteAsync(request, cancellationToken: cancellationToken).ConfigureAwait(false);
            JsonOutput.Write(input.Host.Output, PrintedCompletion.Of(completion), AerostackJsonContext.Default.PrintedCompletion);
            return ExitCodes.Success;
        }

        await foreach (var chunk in client.Ai.StreamAsync(request, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            await input.Host.Output.WriteAsync(TerminalText.Lines(chunk.Text)).ConfigureAwait(false);
        }

        await input.Host.Output.WriteLineAsync().ConfigureAwait(false);
        return ExitCodes.Success;
    }

    private async Task<ChatCompletionRequest> RequestAsync(CommandInput input, CancellationToken cancellationToken)
    {
        var given = _prompt.Read(input);
        if (given.Length == 0) throw new UsageException("The prompt is empty.");
        var prompt = await GivenText.ReadAsync(_prompt.Name, given, input.Host, cancellationToken).ConfigureAwait(false);
        List<ChatMessage> messages = _system.Read(input, null) is { } system ? [ChatMessage.FromSystem(system)] : [];
        messages.Add(ChatMessage.FromUser(prompt));
        return new ChatCompletionRequest(messages)
        {
            Model = _model.Read(input, null),
            Temperature = _temperature.Read(input, null),
            MaxTokens = _maxTokens.Read(input, 0) is > 0 and var most ? most : null,
        };
    }

    private static bool TryReadTemperature(string text, out double? value)
    {
        var isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var temperature) && temperature is >= 0 and <= 2;
        value = isNumber ? temperature : null;
        return isNumber;
    }
}
