using System.Text.Json;
using Trellis.Server.Ascend.Approvals;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.People;

/// <summary>People on the wire.</summary>
internal static class PersonDocument
{
    /// <summary>Writes the members.</summary>
    public static void Write(Utf8JsonWriter json, Person person)
    {
        json.WriteString("user_id"u8, person.Subject);
        json.WriteString("subject"u8, person.Subject);
        json.WriteString("role"u8, person.Role.ToString().ToLowerInvariant());
        json.WriteNumber("approval_level"u8, person.ApprovalLevel);
        json.WriteString("approval_level_name"u8, LevelNames.Of(person.ApprovalLevel));
        json.WriteTime("created_at"u8, person.CreatedAt);
    }
}
