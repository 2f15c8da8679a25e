using System.CommandLine;
using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Audit;

/// <summary>Which records are wanted.</summary>
internal sealed class AuditFilterSettings
{
    private readonly Setting<string?> _eventType = new(
        "--event-type", "TRELLIS_ASCEND_EVENT_TYPE", "TYPE", "Only what happened so, such as agent_action_denied", SettingFormats.Text);

    private readonly Setting<string?> _actor = new("--actor", "TRELLIS_ASCEND_ACTOR", "ID", "Only what this one did", SettingFormats.Text);

    private readonly Setting<string?> _resourceType = new(
        "--resource-type", "TRELLIS_ASCEND_RESOURCE_TYPE", "TYPE", "Only what happened to things of this kind", SettingFormats.Text);

    private readonly Setting<DateTimeOffset?> _from = new(
        "--from", "TRELLIS_ASCEND_FROM", "TIME", "Only from then on", SettingFormats.Time);

    private readonly Setting<DateTimeOffset?> _until = new(
        "--until", "TRELLIS_ASCEND_UNTIL", "TIME", "Only until then", SettingFormats.Time);

    public void AddTo(Command command)
    {
        command.Add(_eventType);
        command.Add(_actor);
        command.Add(_resourceType);
        command.Add(_from);
        command.Add(_until);
    }

    public AuditFilter Read(CommandInput input) => new()
    {
        EventType = _eventType.Read(input, null),
        ActorId = _actor.Read(input, null),
        ResourceType = _resourceType.Read(input, null),
        StartDate = _from.Read(input, null),
        EndDate = _until.Read(input, null),
    };
}
