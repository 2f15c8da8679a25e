using System.Runtime.InteropServices;
using System.Text.Json;

namespace Trellis.Server.Kernel.Canonical;

/// <summary>
/// Writes a JSON value in canonical form in one pass: members are written as they come, and only an object whose members are out of
/// order is put together again.
/// </summary>
internal ref struct CanonicalJsonEmitter
{
    [ThreadStatic]
    private static List<Member>? _spareMembers;

    private readonly CanonicalBuffer _output;
    private readonly ICanonicalFilter? _filter;
    private readonly List<Member> _members;
    private Utf8JsonReader _reader;

    private CanonicalJsonEmitter(ReadOnlySpan<byte> utf8Json, CanonicalBuffer output, ICanonicalFilter? filter, List<Member> members)
    {
        _reader = new Utf8JsonReader(utf8Json);
        _output = output;
        _filter = filter;
        _members = members;
    }

    /// <summary>Appends the canonical form of <paramref name="utf8Json"/> to <paramref name="output"/>.</summary>
    /// <exception cref="JsonException">The input is not one well-formed JSON value.</exception>
    public static void Emit(ReadOnlySpan<byte> utf8Json, CanonicalBuffer output, ICanonicalFilter? filter)
    {
        var members = _spareMembers ?? [];
        _spareMembers = null;
        members.Clear();

        var emitter = new CanonicalJsonEmitter(utf8Json, output, filter, members);
        emitter._reader.Read();
        emitter.WriteValue();
        emitter._reader.Read();
        _spareMembers = members;
    }

    private void WriteValue()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject: WriteObject(); break;
            case JsonTokenType.StartArray: WriteArray(); break;
            case JsonTokenType.String: WriteString(); break;
            case JsonTokenType.Number: CanonicalNumber.Write(_reader.ValueSpan, _output); break;
            case JsonTokenType.True: _output.WriteRaw("true"u8); break;
            case JsonTokenType.False: _output.WriteRaw("false"u8); break;
            default: _output.WriteRaw("null"u8); break;
        }
    }

    private void WriteArray()
    {
        _output.WriteRaw("["u8);
        var first = true;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (!first)
                _output.WriteRaw(", "u8);
            first = false;
            WriteValue();
        }

        _output.WriteRaw("]"u8);
    }

    private void WriteObject()
    {
        _output.WriteRaw("{"u8);
        var start = _output.Length;
        var firstMember = _members.Count;
        var inOrder = true;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            if (_members.Count > firstMember)
                _output.WriteRaw(", "u8);
            var member = WriteMember();
            inOrder = inOrder && (_members.Count == firstMember || Compare(_members[^1], member) < 0);
            _members.Add(member);
        }

        if (!inOrder)
            Rearrange(start, firstMember);
        CollectionsMarshal.SetCount(_members, firstMember);
        _output.WriteRaw("}"u8);
    }

    private Member WriteMember()
    {
        var start = _output.Length;
        var name = _filter is null ? null : JsonStringDecoder.Decode(_reader.ValueSpan);
        WriteString();
        var nameEnd = _output.Length;
        _output.WriteRaw(": "u8);
        _reader.Read();

        if (name is not null && _filter!.Hides(name, _reader.TokenType))
        {
            _reader.Skip();
            _output.WriteString(_filter.Mask);
        }
        else
        {
            WriteValue();
        }

        return new Member(start, nameEnd, _output.Length);
    }

    private readonly void WriteString()
    {
        if (_filter is not null)
        {
            _output.WriteString(_filter.Rewrite(JsonStringDecoder.Decode(_reader.ValueSpan)));
            return;
        }

        _output.WriteRaw("\""u8);
        var decoder = new JsonStringDecoder(_reader.ValueSpan);
        while (true)
        {
            decoder.Skip(_output.WritePlainRun(decoder.Rest));
            if (decoder.Rest.IsEmpty)
                break;
            WriteCodePoint(decoder.Read());
        }

        _output.WriteRaw("\""u8);
    }

    private readonly void WriteCodePoint(int value)
    {
        if (value <= char.MaxValue)
        {
            _output.WriteUnit((char)value);
            return;
        }

        Span<char> units = stackalloc char[2];
        new System.Text.Rune(value).EncodeToUtf16(units);
        _output.WriteUnit(units[0]);
        _output.WriteUnit(units[1]);
    }

    private readonly int Compare(Member x, Member y) => Compare(_output.WrittenSpan, x, y);

    private static int Compare(ReadOnlySpan<byte> text, Member x, Member y) => MemberNameComparer.Compare(x.Name(text), y.Name(text));

    private readonly void Rearrange(int start, int firstMember)
    {
        var text = _output.WrittenSpan[start..].ToArray();
        var members = CollectionsMarshal.AsSpan(_members)[firstMember..].ToArray();
        for (var i = 0; i < members.Length; i++)
            members[i] = members[i].MovedBy(-start);

        // Members of the same name keep their order, so that the last one is the one that counts.
        Array.Sort(members, (x, y) => Compare(text, x, y) is var order and not 0 ? order : x.Start - y.Start);

        _output.ReplaceFrom(start, default);
        for (var i = 0; i < members.Length; i++)
        {
            if (i + 1 < members.Length && Compare(text, members[i], members[i + 1]) == 0)
                continue;
            if (_output.Length > start)
                _output.WriteRaw(", "u8);
            _output.WriteRaw(text.AsSpan(members[i].Start, members[i].End - members[i].Start));
        }
    }

    /// <summary>Where a member stands in the output: its quoted name from the start, its value up to the end.</summary>
    private readonly record struct Member(int Start, int NameEnd, int End)
    {
        public ReadOnlySpan<byte> Name(ReadOnlySpan<byte> text) => text[(Start + 1)..(NameEnd - 1)];

        public Member MovedBy(int offset) => new(Start + offset, NameEnd + offset, End + offset);
    }
}
