using System.Globalization;
using System.Text.Json;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Policies;

/// <summary>
/// Reads <c>{"outside":"09:00-17:00"}</c> or <c>{"inside":…}</c>, with an optional <c>timezone</c> and optional <c>days</c> (names, or numbers
/// from 0, Sunday).
/// </summary>
internal static class TimeWindowReader
{
    private static readonly string[] TimeFormats = ["HH:mm", "H:mm"];

    /// <summary>Reads a window.</summary>
    public static TimeWindow? Read(JsonElement json, string path, FieldErrors errors)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            errors.Add(path, "must be an object such as {\"outside\":\"09:00-17:00\"}");
            return null;
        }

        var window = new TimeWindow();
        var ranges = 0;
        foreach (var member in json.EnumerateObject())
        {
            var memberPath = $"{path}.{KnownNames.ToTell(member.Name)}";
            switch (member.Name)
            {
                case "inside" or "outside":
                    ranges++;
                    window = Range(window, member.Value, memberPath, errors) with { IsOutside = member.Name == "outside" };
                    break;
                case "timezone":
                    window = window with { Zone = Zone(member.Value, memberPath, errors) };
                    break;
                case "days":
                    window = window with { Days = Days(member.Value, memberPath, errors) };
                    break;
                default:
                    errors.Add(memberPath, "is not known; there are inside, outside, timezone and days");
                    break;
            }
        }

        if (ranges > 1)
            errors.Add(path, "must have either 'inside' or 'outside'");
        else if (ranges == 0 && !json.TryGetProperty("days"u8, out _))
            errors.Add(path, "must have 'inside', 'outside' or 'days'");
        return window;
    }

    private static TimeWindow Range(TimeWindow window, JsonElement value, string path, FieldErrors errors)
    {
        if (JsonTexts.TryRead(value, out var text)
            && text.Split('-') is [var from, var to] && TryTime(from, out var start) && TryTime(to, out var end) && start != end)
        {
            return window with { From = start, To = end };
        }

        errors.Add(path, "must be two different times such as '09:00-17:00'");
        return window;
    }

    private static bool TryTime(string text, out TimeSpan time)
    {
        text = text.Trim();
        if (text == "24:00")
        {
            time = TimeSpan.FromDays(1);
            return true;
        }

        var isTime = TimeOnly.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed);
        time = parsed.ToTimeSpan();
        return isTime;
    }

    private static TimeZoneInfo Zone(JsonElement value, string path, FieldErrors errors)
    {
        if (JsonTexts.TryRead(value, out var text) && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone))
            return zone;

        errors.Add(path, "must be a time zone such as 'Europe/Berlin'");
        return TimeZoneInfo.Utc;
    }

    private static HashSet<DayOfWeek> Days(JsonElement value, string path, FieldErrors errors)
    {
        var days = new HashSet<DayOfWeek>();
        if (value.ValueKind is JsonValueKind.Array)
        {
            foreach (var element in value.EnumerateArray())
            {
                if (Day(element) is not { } day)
                {
                    days.Clear();
                    break;
                }

                days.Add(day);
            }
        }

        if (days.Count == 0)
            errors.Add(path, "must be a list of days: names such as 'monday' or 'mon', or numbers from 0, Sunday, to 6");
        return days;
    }

    private static DayOfWeek? Day(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Number)
            return element.TryGetInt32(out var number) && number is >= 0 and <= 6 ? (DayOfWeek)number : null;
        if (!JsonTexts.TryRead(element, out var text) || text.Length < 3)
            return null;

        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            var name = day.ToString();
            if (name.Equals(text, StringComparison.OrdinalIgnoreCase) || name[..3].Equals(text, StringComparison.OrdinalIgnoreCase))
                return day;
        }

        return null;
    }
}
