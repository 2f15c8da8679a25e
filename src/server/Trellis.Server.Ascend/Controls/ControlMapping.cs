using Trellis.Server.Ascend.Cvss;

namespace Trellis.Server.Ascend.Controls;

/// <summary>Maps classes of actions to NIST controls and MITRE ATT&amp;CK (contract, section 6.3).</summary>
internal static class ControlMapping
{
    private static readonly ActionControls[] ByClass = [.. Enum.GetValues<ActionClass>().Select(Map)];

    /// <summary>
    /// The controls of an action. What the caller names itself wins; the technique is left out when the caller's tactic is another than the
    /// mapped one, since it would not belong to it.
    /// </summary>
    public static ActionControls For(ActionClass actionClass, string? nistControl, string? mitreTactic)
    {
        var controls = ByClass[(int)actionClass];
        if (!string.IsNullOrWhiteSpace(nistControl))
            controls = controls with { NistControl = nistControl, NistDescription = NistControls.TitleOf(nistControl) };
        if (!string.IsNullOrWhiteSpace(mitreTactic) && mitreTactic != controls.MitreTactic)
            controls = controls with { MitreTactic = mitreTactic, MitreTechnique = null };
        return controls;
    }

    private static ActionControls Map(ActionClass actionClass) => actionClass switch
    {
        ActionClass.FileAccess => Controls("AC-3", "TA0009", "T1005"),
        ActionClass.Discovery => Controls("AC-3", "TA0007", "T1083"),
        ActionClass.Modification => Controls("SI-7", "TA0040", "T1565"),
        ActionClass.Deletion => Controls("MP-6", "TA0040", "T1485"),
        ActionClass.Export => Controls("SI-12", "TA0010", "T1041"),
        ActionClass.Financial => Controls("AU-2", "TA0040", "T1657"),
        ActionClass.Network => Controls("SC-7", "TA0011", "T1071"),
        ActionClass.Boundary => Controls("SC-7", "TA0005", "T1562"),
        ActionClass.System => Controls("CM-3", "TA0003", "T1098"),
        ActionClass.Communication => Controls("SC-8", "TA0001", "T1566"),
        ActionClass.Privilege => Controls("AC-6", "TA0004", "T1068"),
        ActionClass.Credential => Controls("IA-5", "TA0006", "T1003"),
        ActionClass.Code => Controls("CM-3", "TA0002", "T1059"),
        _ => Controls("AC-3", "TA0009", "T1213"),
    };

    private static ActionControls Controls(string control, string tactic, string technique) =>
        new(control, NistControls.TitleOf(control), tactic, technique);
}
