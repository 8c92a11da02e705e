-- Why a figure is not shown as a number, in words for a reader; empty where it is.
create macro release_reason(status, dimension) as case
    when status = 'fewer_than_5' then 'Minder dan 5 gemeenten gaven dit antwoord.'
    when status = 'almost_all' then 'Bijna alle gemeenten gaven dit antwoord: hoogstens 4 niet.'
    when status = 'complement'
        then 'Met dit aantal erbij was een ander antwoord uit te rekenen, dat maar weinig gemeenten gaven.'
    when status = 'not_split'
        then 'Te weinig om uit te splitsen: in heel Nederland gaven minder dan 8 gemeenten dit antwoord, of bijna alle.'
    when status = 'small_base' and dimension = 'nation' then 'Minder dan 10 gemeenten beantwoordden deze vraag.'
    when status = 'small_base'
        then 'In een van deze groepen beantwoordden minder dan 10 gemeenten deze vraag. Dan tonen we geen van die groepen.'
    when status = 'small_group' then 'In deze meting deden minder dan 20 gemeenten van een van deze groepen mee.'
    when status = 'net_in_words'
        then 'Dit telt binnen een groep antwoorden die minder dan 5 of bijna alle gemeenten gaven. Dat staat alleen in woorden.'
    when status = 'dropped' then 'Met deze groepen erbij zou het antwoord van een gemeente te berekenen zijn.'
    when status = 'not_defined' then 'Dit was de eerste meting: nog geen gemeente deed eerder mee.'
    when status = 'printed_in_part' then 'Het rapport noemt hiervan alleen dit getal.'
end;
