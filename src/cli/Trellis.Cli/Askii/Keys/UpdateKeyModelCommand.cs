using Trellis.Askii;

namespace Trellis.Cli.Askii.Keys;

/// <summary><c>keys update-model</c>.</summary>
internal sealed class UpdateKeyModelCommand : AskiiCommand
{
    private readonly Setting<string?> _key = KeySettings.Key();
    private readonly ListSetting _models = KeySettings.Models("A model the key may use from now on; repeat it for more (required)");
    private readonly Setting<string?> _defaultModel = KeySettings.DefaultModel("The model that answers when a request names none (default: as it is)");

    public UpdateKeyModelCommand(CliHost host)
        : base(host, "update-model", "Change which models a key may use. Always prints JSON", OutputFormat.Json)
    {
        Add(_key);
        Add(_models);
        Add(_defaultModel);
        Examples = ["--key my-app -m gpt-4o", "--key my-app -m gpt-4o -m gpt-4o-mini --default-model gpt-4o-mini"];
    }

    protected override async Task RunAsync(AskiiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var updated = await client.Keys
            .UpdateModelAsync(_key.ReadRequired(input)!, _models.ReadRequired(input), _defaultModel.Read(input, null), cancellationToken)
            .ConfigureAwait(false);
        JsonOutput.Write(input.Host.Output, updated, AskiiJsonContext.Default.UpdatedKey);
    }
}
