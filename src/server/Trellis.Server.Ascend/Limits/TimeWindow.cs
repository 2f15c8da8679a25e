using System.Globalization;
using System.Text.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Limits;

/// <summary>
/// Hours of some days in which an agent may act. A window that ends before it starts goes over midnight and belongs to the day it starts on.
/// </summary>
/// <param name="Start">From then on.</param>
/// <param name="End">Until just before then; the whole day when it equals <paramref name="Start"/>.</param>
/// <param name="Zone">Whose hours.</param>
/// <param name="Days">On which days, 0 = Sunday; empty for all.</param>
internal sealed record TimeWindow(TimeOnly Start, TimeOnly End, TimeZoneInfo Zone, IReadOnlyList<int> Days)
{
    private const int Most = 20;

    /// <summary>Reads a list of windows; empty when it is missing.</summary>
    public static IReadOnlyList<TimeWindow> ReadList(Fields fields, string name)
    {
        if (!fields.TryGet(name, out var list))
            return [];

        if (list.ValueKind is not JsonValueKind.Array || list.GetArrayLength() > Most)
        {
            fields.Errors.Add(name, $"must be a list of at most {Most} objects");
            return [];
        }

        var windows = new List<TimeWindow>();
        foreach (var element in list.EnumerateArray())
        {
            var prefix = $"{name}[{windows.Count}].";
            windows.Add(Read(new Fields(element, prefix) { Errors = fields.Errors }, prefix));
        }

        return windows;
    }

    /// <summary>Whether a moment is in the window.</summary>
    public bool Contains(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, Zone);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        var today = (int)local.DayOfWeek;
        if (Start == End)
            return IsOn(today);
        if (Start < End)
            return IsOn(today) && time >= Start && time < End;

        return (time >= Start && IsOn(today)) || (time < End && IsOn((today + 6) % 7));
    }

    /// <summary>Writes the window, for the wire and for the store.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("start"u8, Start.ToString("HH:mm", CultureInfo.InvariantCulture));
        json.WriteString("end"u8, End.ToString("HH:mm", CultureInfo.InvariantCulture));
        json.WriteString("timezone"u8, Zone.Id);
        json.WriteStartArray("days"u8);
        foreach (var day in Days)
            json.WriteNumberValue(day);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static TimeWindow Read(Fields fields, string prefix)
    {
        var start = ReadTime(fields, prefix, "start");
        var end = ReadTime(fields, prefix, "end");
        var zone = TimeZoneInfo.Utc;
        if (fields.OptionalText("timezone", 64) is { } id && !TimeZoneInfo.TryFindSystemTimeZoneById(id, out zone!))
        {
            fields.Errors.Add(prefix + "timezone", "must be the name of a time zone, such as Europe/Vienna");
            zone = TimeZoneInfo.Utc;
        }

        return new TimeWindow(start, end, zone, ReadDays(fields, prefix));
    }

    private static TimeOnly ReadTime(Fields fields, string prefix, string name)
    {
        var text = fields.Text(name, 5);
        if (!TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            fields.Errors.Add(prefix + name, "must be a time of the form HH:mm");
        return time;
    }

    private static List<int> ReadDays(Fields fields, string prefix)
    {
        var days = new List<int>();
        if (!fields.TryGet("days", out var list))
            return days;

        if (list.ValueKind is JsonValueKind.Array)
        {
            foreach (var element in list.EnumerateArray())
            {
                if (element.ValueKind is JsonValueKind.Number && element.TryGetInt32(out var day) && day is >= 0 and <= 6)
                    days.Add(day);
                else
                    fields.Errors.Add(prefix + "days", "must hold numbers from 0, Sunday, to 6");
            }
        }
        else
        {
            fields.Errors.Add(prefix + "days", "must be a list");
        }

        return days;
    }

    private bool IsOn(int day) => Days.Count == 0 || Days.Contains(day);
}
