namespace Trellis.Server.Ascend.Controls;

/// <summary>Which control and which tactic an action belongs to: the <c>nist_*</c> and <c>mitre_*</c> fields.</summary>
/// <param name="NistControl">A NIST SP 800-53 control, for example <c>AC-3</c>.</param>
/// <param name="NistDescription">Its title; null for a control that is the caller's own and not known here.</param>
/// <param name="MitreTactic">A MITRE ATT&amp;CK tactic, for example <c>TA0009</c>.</param>
/// <param name="MitreTechnique">A technique of that tactic; null when the tactic is the caller's own.</param>
internal readonly record struct ActionControls(string NistControl, string? NistDescription, string MitreTactic, string? MitreTechnique);
