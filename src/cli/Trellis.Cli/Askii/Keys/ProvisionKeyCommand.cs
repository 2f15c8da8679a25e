using Trellis.Askii;

namespace Trellis.Cli.Askii.Keys;

/// <summary><c>keys provision</c>.</summary>
internal sealed class ProvisionKeyCommand : AskiiCommand
{
    private const int DefaultDurationDays = 90;

    private readonly Setting<string?> _alias = new(
        "--alias", "TRELLIS_ASKII_ALIAS", "NAME", "A name of your own, by which the key can be addressed later", SettingFormats.Text);

    private readonly Setting<int> _durationDays = new(
        "--duration-days", "TRELLIS_ASKII_DURATION_DAYS", "DAYS", $"How many days the key works, from 1 to 365 (default: {DefaultDurationDays})",
        SettingFormats.WholeNumber(1, ProvisionKeyRequest.MaxDurationDays));

    private readonly SwitchSetting _memory = new(
        "memory", "TRELLIS_ASKII_MEMORY", "Remember what is said with the key", "Remember nothing (default)");

    private readonly Setting<MemoryMode?> _memoryMode = new(
        "--memory-mode", "TRELLIS_ASKII_MEMORY_MODE", "pkg|ckg|all", "What is remembered: the personal graph, the collective one, or both",
        SettingFormats.Choice<MemoryMode?>(("pkg", MemoryMode.Pkg), ("ckg", MemoryMode.Ckg), ("all", MemoryMode.All)));

    private readonly ListSetting _models = KeySettings.Models("A model the key may use; repeat it for more (default: all models)");

    private readonly Setting<string?> _defaultModel = KeySettings.DefaultModel("The model that answers when a request names none");

    private readonly Setting<decimal?> _maxBudget = new(
        "--max-budget", "TRELLIS_ASKII_MAX_BUDGET", "DOLLARS", "How much the key may spend in all; only a Trellis server knows it", SettingFormats.Dollars);

    public ProvisionKeyCommand(CliHost host)
        : base(host, "provision", "Make a new key and print it. It is shown this once and cannot be read again", OutputFormat.Json)
    {
        Add(_alias);
        Add(_durationDays);
        _memory.AddTo(this);
        Add(_memoryMode);
        Add(_models);
        Add(_defaultModel);
        Add(_maxBudget);
        Examples =
        [
            "--alias my-app --duration-days 30",
            "--alias my-app -m gpt-4o -m gpt-4o-mini --default-model gpt-4o-mini",
            "--memory --memory-mode pkg | jq -r .api_key",
        ];
    }

    protected override async Task RunAsync(AskiiClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var request = new ProvisionKeyRequest
        {
            KeyAlias = _alias.Read(input, null),
            DurationDays = _durationDays.Read(input, DefaultDurationDays),
            MemoryEnabled = _memory.Read(input),
            MemoryMode = _memoryMode.Read(input, null),
            Models = _models.Read(input),
            DefaultModel = _defaultModel.Read(input, null),
            MaxBudget = _maxBudget.Read(input, null),
        };
        var key = await client.Keys.ProvisionAsync(request, cancellationToken).ConfigureAwait(false);
        AnswerOutput.Write(input.Host, format, new RevealedKey(key), AskiiJsonContext.Default.RevealedKey, ToTable);
    }

    private static Table ToTable(RevealedKey key)
    {
        var table = new Table("Provisioned key", new("Field"), new("Value"));
        table.Add("api_key", key.ApiKey);
        table.Add("key_name", key.KeyName);
        table.Add("user_id", key.UserId);
        table.Add("expires", Timestamp.ForTable(key.Expires));
        return table;
    }
}
